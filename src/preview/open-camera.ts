/**
 * The wearer's own camera in a page, through the very frame path that a call's camera takes: the same transport, pump,
 * engine and pipeline. Owns how they are put together; where engine and pipeline come from is the host's.
 */

import type { AttachOptions, FramesOfCamera } from '../injected/meeting-point.ts';
import type { FrameSlot, Pipeline } from '../pipeline/frame-step.ts';
import type { FromPipeline, ToPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import { type ProblemCode, problemOfError } from '../shared/problem.ts';
import { carryFrames } from '../transport/carry-frames.ts';
import { openTransport } from '../transport/open-transport.ts';

export interface PreviewCamera {
  /** What others would see. */
  readonly stream: MediaStream;
  wear(wearing: Wearing | null): void;
}

export interface PreviewPipelineOptions extends AttachOptions {
  readonly frames: FramesOfCamera & { readonly slot: FrameSlot };
}

/** What the page has to work with: an extension's page and a web page have it from elsewhere. */
export interface PreviewHost {
  /** A port to a session of the engine's; what it takes is given up with the signal. @throws ProblemError engine-silent */
  connectEngine(signal: AbortSignal): Promise<MessagePort>;
  /** What makes a camera's pipeline, and throws where none can be made. */
  loadPipeline(): Promise<(options: PreviewPipelineOptions) => Pipeline>;
}

export interface OpenCameraOptions {
  readonly host: PreviewHost;
  /** Why what was asked for is not on the picture; null when it is. */
  readonly onProblem: (problem: ProblemCode | null) => void;
  /** The camera was unplugged. */
  readonly onClosed: () => void;
  /** Closes the camera. */
  readonly signal: AbortSignal;
}

const SIZE: MediaTrackConstraints = { width: 1280, height: 720 };

/** Asks for the camera. Rejects with the browser's own error where there is none, or none for us, and when it is aborted. */
export async function openCamera({
  host,
  onProblem,
  onClosed,
  signal,
}: OpenCameraOptions): Promise<PreviewCamera> {
  const camera = await navigator.mediaDevices.getUserMedia({ video: SIZE });
  const [track] = camera.getVideoTracks();
  if (!track) throw new Error('expected a camera with a video track, got none');
  if (signal.aborted) track.stop();
  signal.throwIfAborted();
  const transport = openTransport(track);
  signal.addEventListener('abort', transport.close);

  let pipeline: Pipeline | null = null;
  const carrier = carryFrames(transport.openHere(), {
    awaitsTransform: false,
    onResized() {},
    onTransformSet() {},
    onTransformLost: (reason) => pipeline?.onTransformLost(reason),
    onEnd: onClosed,
  });
  // Nobody but the wearer sees it.
  carrier.setFailMode('open', true);
  const { port1: control, port2 } = new MessageChannel();
  control.onmessage = ({ data }: MessageEvent<FromPipeline>) => {
    if (data.type === 'wearing') onProblem(null);
    else if (data.type === 'problem') onProblem(data.problem);
  };
  // Messages wait in the port until the pipeline is there.
  void attach().catch(() => onProblem('renderer-refused'));

  const connect = () => {
    const { port1: first, port2: second } = new MessageChannel();
    carrier.connectPipeline(second);
    return first;
  };

  async function attach(): Promise<void> {
    const [engine, createPipeline] = await Promise.all([host.connectEngine(signal), host.loadPipeline()]);
    // A pipeline that nobody ends would go on for as long as this page.
    if (signal.aborted) return;
    pipeline = createPipeline({
      engine,
      control: port2,
      frames: { slot: carrier.slot, connect, end: carrier.endPipeline },
      device: '',
      onLost: () => onProblem('render-failed'),
      signal,
    });
  }

  return {
    stream: new MediaStream([transport.track]),
    wear: (wearing) => control.postMessage({ type: 'wear', wearing } satisfies ToPipeline),
  };
}

/** Why the camera did not open, in the words that a call's failure has. */
export function problemOfCameraError(error: unknown): ProblemCode {
  return (error instanceof Error && problemOfError(error.name)) || 'camera-denied';
}
