/**
 * The page that the bench measures: a camera, read as cheaply as a page can, alone or while it is in a call.
 * Exposes `bench`; the arithmetic on what it saw is figures.ts.
 */
import { connectPeers } from '../../tests/pages/connect-peers.ts';

export interface Observation {
  readonly elapsedMs: number;
  /**
   * One entry a frame of the track that the page holds: the time of its arrival less its own timestamp, in
   * milliseconds. The camera's clock starts anywhere, so only differences between observations mean something.
   */
  readonly delaysMs: readonly number[];
  /** Frames that the far end of the call decoded; null without a call. */
  readonly farFrames: number | null;
}

export interface BenchPage {
  /** Alone, or in a call with itself whose far end is shown. Resolves when the first frame has come. */
  start(use: 'track' | 'call'): Promise<void>;
  /** Forgets what was seen so far. */
  restart(): Promise<void>;
  observe(): Promise<Observation>;
}

declare global {
  var bench: BenchPage;
}

const delaysMs: number[] = [];
let sinceMs = 0;
let farFramesBefore = 0;
let receiver: RTCRtpReceiver | null = null;

async function countFarFrames(): Promise<number> {
  const stats = receiver ? [...(await receiver.getStats()).values()] : [];
  const inbound = (stats as { type: string; framesDecoded?: number }[]).find(
    ({ type }) => type === 'inbound-rtp',
  );
  return inbound?.framesDecoded ?? 0;
}

async function readFrames(track: MediaStreamTrack, onFirst: () => void): Promise<void> {
  const reader = new MediaStreamTrackProcessor({
    track: track as MediaStreamVideoTrack,
  }).readable.getReader();
  for (;;) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    delaysMs.push(performance.now() - frame.timestamp / 1000);
    frame.close();
    onFirst();
  }
}

globalThis.bench = {
  async start(use) {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: 1280, height: 720, frameRate: 30 },
    });
    const [track] = stream.getVideoTracks();
    if (!track) throw new Error('Expected a video track, got none');
    if (use === 'call') {
      receiver = (await connectPeers(stream, track)).receiver;
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = new MediaStream([receiver.track]);
      document.body.append(video);
      await video.play();
    }
    await new Promise<void>((resolve) => void readFrames(track.clone(), resolve));
    await globalThis.bench.restart();
  },
  async restart() {
    farFramesBefore = await countFarFrames();
    delaysMs.length = 0;
    sinceMs = performance.now();
  },
  async observe() {
    const farFrames = receiver ? (await countFarFrames()) - farFramesBefore : null;
    return { elapsedMs: performance.now() - sinceMs, delaysMs: [...delaysMs], farFrames };
  },
};
