/**
 * The wearer's own camera in a page of the extension, through the very frame path that a call's camera takes:
 * the same source, pump, sink, engine and line. The line is the script that pages get, loaded by a script tag.
 * Popup and welcome page import this file alone of this folder: what they show has to be what a call would see.
 */

import { createIframeEngine } from '../engine/client/iframe-engine.ts';
import { createMeetingPoint } from '../injected/meeting-point.ts';
import builtLine from '../injected/pipeline.iife.ts?script';
import type { FromPipeline, ToPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import { type ProblemCode, problemOfError } from '../shared/problem.ts';
import { createFramePump } from '../transport/frame-pump.ts';
import { createGeneratorSink } from '../transport/frame-sink.ts';
import { createTrackSource } from '../transport/frame-source.ts';

export interface PreviewCamera {
  /** What others would see. */
  readonly stream: MediaStream;
  wear(wearing: Wearing | null): void;
}

export interface OpenCameraOptions {
  /** Why what was asked for is not on the picture; null when it is. */
  readonly onProblem: (problem: ProblemCode | null) => void;
  /** The camera was unplugged. */
  readonly onClosed: () => void;
  /** Closes the camera. */
  readonly signal: AbortSignal;
}

const SIZE: MediaTrackConstraints = { width: 1280, height: 720 };

const meetingPoint = createMeetingPoint();
let lineLoaded: Promise<void> | null = null;
let lastCameraId = 0;

/** Asks for the camera. Rejects with the browser's own error where there is none, or none for us, and when it is aborted. */
export async function openCamera({ onProblem, onClosed, signal }: OpenCameraOptions): Promise<PreviewCamera> {
  lastCameraId += 1;
  const cameraId = lastCameraId;
  const camera = await navigator.mediaDevices.getUserMedia({ video: SIZE });
  const [track] = camera.getVideoTracks();
  if (!track) throw new Error('expected a camera with a video track, got none');
  if (signal.aborted) track.stop();
  signal.throwIfAborted();
  const source = createTrackSource(track);
  signal.addEventListener('abort', source.close);

  const { track: outgoing, sink } = createGeneratorSink();
  const pump = createFramePump({
    source,
    sink,
    onTransformLost: (reason) => meetingPoint.onTransformLost(cameraId, reason),
    onEnd: onClosed,
  });
  // Nobody but the wearer sees it.
  pump.setFailMode('open');
  const { port1: control, port2 } = new MessageChannel();
  control.onmessage = ({ data }: MessageEvent<FromPipeline>) => {
    if (data.type === 'wearing') onProblem(null);
    else if (data.type === 'problem') onProblem(data.problem);
  };
  // Messages wait in the port until the line is there.
  void attach().catch(() => onProblem('renderer-refused'));

  async function attach(): Promise<void> {
    const engine = createIframeEngine();
    signal.addEventListener('abort', engine.dispose);
    lineLoaded ??= loadLine();
    const [enginePort] = await Promise.all([engine.connect(), lineLoaded]);
    // A line that nobody ends would go on for as long as this page.
    if (signal.aborted) return;
    const attached = meetingPoint.attach(cameraId, {
      engine: enginePort,
      control: port2,
      slot: pump,
      signal,
    });
    if (!attached) onProblem('renderer-refused');
  }

  return {
    stream: new MediaStream([outgoing]),
    wear: (wearing) => control.postMessage({ type: 'wear', wearing } satisfies ToPipeline),
  };
}

/** Why the camera did not open, in the words that a call's failure has. */
export function problemOfCameraError(error: unknown): ProblemCode {
  return (error instanceof Error && problemOfError(error.name)) || 'camera-denied';
}

/** Runs the line's script, once a page; its constant is what the meeting point reads. */
function loadLine(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = chrome.runtime.getURL(builtLine.replace(/^\//, ''));
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => reject(new Error(`expected ${script.src} to load, and it did not`));
    document.head.append(script);
  });
}
