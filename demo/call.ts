/**
 * The demo's call site: opens the camera, calls itself, and tells how many frames arrive.
 * It knows nothing of the extension, as no call site does. `demo` is what the headless drive (drive.ts) uses.
 */
import { connectPeers } from '../harness/connect-peers.ts';
import { createFrameMatcher, type FrameMatcher } from './frame-matcher.ts';
import { recordStream } from './record-stream.ts';

export interface DemoCall {
  /** The far end's size once it shows a picture, else null. */
  getSize(): readonly [widthPx: number, heightPx: number] | null;
  /** Frames that the far end has decoded so far. */
  countFrames(): Promise<number>;
  readonly matcher: FrameMatcher;
  /** Starts a recording of the far end; the returned function ends it and gives the file, base64. */
  record(): Promise<void>;
  stopRecording(): Promise<string>;
}

declare global {
  var demo: DemoCall;
}

function find<E extends HTMLElement>(selector: string, type: new () => E): E {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`Expected ${selector} in the page`);
  return found;
}

const mine = find('#mine', HTMLVideoElement);
const far = find('#far', HTMLVideoElement);
const state = find('#state', HTMLElement);
const figures = find('#figures', HTMLElement);

async function openCamera(): Promise<MediaStream> {
  const wanted = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  return navigator.mediaDevices.getUserMedia({ video: wanted });
}

function showFigures(countFrames: () => Promise<number>): void {
  let before = 0;
  let beforeMs = performance.now();
  setInterval(async () => {
    const frames = await countFrames();
    const nowMs = performance.now();
    const perSecond = Math.round(((frames - before) * 1000) / (nowMs - beforeMs));
    if (before > 0)
      figures.textContent = `${far.videoWidth} × ${far.videoHeight}, ${perSecond} frames a second`;
    before = frames;
    beforeMs = nowMs;
  }, 1000);
}

async function start(): Promise<void> {
  const stream = await openCamera();
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('The camera gave no picture.');
  mine.srcObject = stream;
  const { receiver } = await connectPeers(stream, track);
  const farStream = new MediaStream([receiver.track]);
  far.srcObject = farStream;
  // A clip that stands for a camera is named by its whole path.
  state.textContent = `In a call, with ${track.label.split('/').at(-1) || 'your camera'}`;

  const countFrames = async () => {
    const stats = [...(await receiver.getStats()).values()] as { type: string; framesDecoded?: number }[];
    return stats.find(({ type }) => type === 'inbound-rtp')?.framesDecoded ?? 0;
  };
  let recording: ReturnType<typeof recordStream> | null = null;
  globalThis.demo = {
    getSize: () => (far.videoWidth === 0 ? null : [far.videoWidth, far.videoHeight]),
    countFrames,
    matcher: createFrameMatcher(far),
    async record() {
      recording = recordStream(farStream);
    },
    async stopRecording() {
      if (!recording) throw new Error('Expected a recording to stop, got none');
      return recording.stop();
    },
  };
  showFigures(countFrames);
}

start().catch((error: unknown) => {
  state.textContent = `No call: ${error instanceof Error ? error.message : String(error)}`;
});
