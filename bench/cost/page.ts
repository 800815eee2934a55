/** The page whose browser is measured: a camera whose frames a worker takes, and nothing else. Exposes `costBench`. */
import type { FromCostReader, ToCostReader } from './reader.ts';

export interface CostPage {
  /** Opens the camera. Resolves when the first frame has come. */
  open(): Promise<void>;
  setEnabled(enabled: boolean): void;
  /** Frames since it was last asked. */
  countFrames(): Promise<number>;
  close(): void;
}

declare global {
  var costBench: CostPage;
}

const VIDEO = { width: 1280, height: 720, frameRate: 30 };

const worker = new Worker('/reader.js');
let track: MediaStreamVideoTrack | null = null;

const post = (message: ToCostReader, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

function nextAnswer(): Promise<FromCostReader> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromCostReader>) => resolve(data), {
      once: true,
    });
  });
}

globalThis.costBench = {
  async open() {
    const stream = await navigator.mediaDevices.getUserMedia({ video: VIDEO });
    [track = null] = stream.getVideoTracks() as MediaStreamVideoTrack[];
    if (!track) throw new Error('expected a video track, got none');
    const frames = new MediaStreamTrackProcessor({ track }).readable;
    const first = nextAnswer();
    post({ frames }, [frames]);
    await first;
  },

  setEnabled(enabled) {
    if (track) track.enabled = enabled;
  },

  async countFrames() {
    const answer = nextAnswer();
    post('count');
    return Number(await answer);
  },

  close() {
    track?.stop();
    track = null;
  },
};
