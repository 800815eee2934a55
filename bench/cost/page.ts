/** The page whose browser is measured: cameras whose frames a worker takes, and nothing else. Exposes `costBench`. */
import type { FromCostReader, ToCostReader } from './reader.ts';
import type { CameraSize } from './rows.ts';

export interface CostPage {
  /** Opens the camera in these sizes, one after the other. Resolves when each has given its first frame. */
  open(sizes: readonly CameraSize[]): Promise<void>;
  setEnabled(enabled: boolean): void;
  /** Frames of each since it was last asked. */
  countFrames(): Promise<readonly number[]>;
  close(): void;
}

declare global {
  var costBench: CostPage;
}

const worker = new Worker('/reader.js');
let tracks: MediaStreamVideoTrack[] = [];

const post = (message: ToCostReader, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

function nextAnswer(): Promise<FromCostReader> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromCostReader>) => resolve(data), {
      once: true,
    });
  });
}

globalThis.costBench = {
  async open(sizes) {
    post('forget');
    for (const size of sizes) {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, frameRate: 30 } });
      const [track] = stream.getVideoTracks() as MediaStreamVideoTrack[];
      if (!track) throw new Error('expected a video track, got none');
      tracks.push(track);
      const frames = new MediaStreamTrackProcessor({ track }).readable;
      const first = nextAnswer();
      post({ frames }, [frames]);
      await first;
    }
  },

  setEnabled(enabled) {
    for (const track of tracks) track.enabled = enabled;
  },

  async countFrames() {
    const answer = nextAnswer();
    post('count');
    const counts = await answer;
    if (counts === 'first') throw new Error('expected counts, got a first frame');
    return counts;
  },

  close() {
    for (const track of tracks) track.stop();
    tracks = [];
  },
};
