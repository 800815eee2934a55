/**
 * The page of the start-up bench: opens a camera and notes when; its worker looks at every frame of the track.
 * Exposes `startBench`.
 */
import type { FromLooker, LookedFrame, ToLooker } from './looker.ts';

export interface StartBench {
  /** How long getUserMedia took to resolve, milliseconds; the camera is closed again. */
  timeCamera(): Promise<number>;
  /** Opens the camera and notes each frame of its track for so long. */
  watchCamera(ms: number): Promise<readonly LookedFrame[]>;
}

declare global {
  var startBench: StartBench;
}

const VIDEO = { width: 1280, height: 720, frameRate: 30 };

globalThis.startBench = {
  async timeCamera() {
    const startMs = performance.now();
    const stream = await navigator.mediaDevices.getUserMedia({ video: VIDEO });
    const tookMs = performance.now() - startMs;
    for (const track of stream.getTracks()) track.stop();
    return tookMs;
  },

  async watchCamera(ms) {
    const worker = new Worker('/reader.js');
    const stream = await navigator.mediaDevices.getUserMedia({ video: VIDEO });
    const [track] = stream.getVideoTracks() as MediaStreamVideoTrack[];
    if (!track) throw new Error('expected a video track, got none');
    const frames = new MediaStreamTrackProcessor({ track }).readable;
    const looked = new Promise<readonly LookedFrame[]>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<FromLooker>) => resolve(data.frames);
    });
    worker.postMessage({ frames, ms } satisfies ToLooker, [frames]);
    const seen = await looked;
    track.stop();
    worker.terminate();
    return seen;
  },
};
