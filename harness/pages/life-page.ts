/**
 * A page whose cameras come and go: opens them in itself and in frames, and looks at single frames of a track.
 * Exposes `life` to the tests; owns no judgement.
 */
import { constrain } from '../../tests/conformance/law.ts';
import { connectPeers } from '../connect-peers.ts';
import { openFrame } from './open-frame.ts';

export interface Look {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Mean difference of the strongest and the weakest channel, 0..255: near 0 in black and white. */
  readonly colour: number;
}

export interface LifePage {
  /** Tracks by the name under which they were opened. */
  readonly tracks: Map<string, MediaStreamTrack>;
  open(name: string, video: boolean | MediaTrackConstraints, from?: Navigator): Promise<void>;
  constrain(name: string, constraints: MediaTrackConstraints): Promise<void>;
  openInFrame(name: string): Promise<void>;
  removeFrame(): void;
  share(name: string): Promise<void>;
  /** The next frame of a track. */
  look(name: string): Promise<Look>;
  /** Sends a track to this page itself, and keeps what arrives under another name. */
  call(name: string, farName: string): Promise<void>;
  replace(name: string): Promise<void>;
  find(name: string): MediaStreamTrack;
  /** Opens and closes a camera, waiting for its first frame in between. */
  openAndClose(): Promise<void>;
  /** The same, and closes it while a frame is on its way from the browser to whoever reads the camera. */
  openAndCloseWithin(): Promise<void>;
}

declare global {
  var life: LifePage;
}

const LOOKED_AT_PX = 64;
/** Some frames of a camera. */
const BUSY_MS = 80;
/** Answers shortly before the page, which is busy for so long, is not busy any more. */
const clock = new Worker(
  URL.createObjectURL(new Blob([`onmessage = () => setTimeout(postMessage, ${BUSY_MS - 10}, null)`])),
);
const tracks = new Map<string, MediaStreamTrack>();
let frame: HTMLIFrameElement | null = null;
let sender: RTCRtpSender | null = null;

function find(name: string): MediaStreamTrack {
  const track = tracks.get(name);
  if (!track) throw new Error(`Expected a track named ${name}, there are ${[...tracks.keys()]}`);
  return track;
}

function holdThread(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}

function keep(name: string, stream: MediaStream): void {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('Expected a video track, got none');
  tracks.set(name, track);
}

async function readFrame<Result>(
  track: MediaStreamTrack,
  read: (frame: VideoFrame) => Result,
): Promise<Result> {
  const reader = new MediaStreamTrackProcessor({
    track: track as MediaStreamVideoTrack,
  }).readable.getReader();
  const { value, done } = await reader.read();
  if (done) throw new Error('Expected a frame, but the track has ended');
  try {
    return read(value);
  } finally {
    value.close();
    await reader.cancel();
  }
}

function describe(shown: VideoFrame): Look {
  const canvas = new OffscreenCanvas(LOOKED_AT_PX, LOOKED_AT_PX);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('Expected a 2D canvas, got none');
  context.drawImage(shown, 0, 0, LOOKED_AT_PX, LOOKED_AT_PX);
  const { data } = context.getImageData(0, 0, LOOKED_AT_PX, LOOKED_AT_PX);
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    const rgb = data.subarray(i, i + 3);
    sum += Math.max(...rgb) - Math.min(...rgb);
  }
  return {
    widthPx: shown.displayWidth,
    heightPx: shown.displayHeight,
    colour: sum / (LOOKED_AT_PX * LOOKED_AT_PX),
  };
}

globalThis.life = {
  tracks,
  find,
  async open(name, video, from = navigator) {
    keep(name, await from.mediaDevices.getUserMedia({ video }));
  },
  constrain: (name, constraints) => constrain(find(name), constraints),
  async openInFrame(name) {
    const opened = await openFrame();
    ({ frame } = opened);
    await life.open(name, true, opened.realm.navigator);
  },
  removeFrame() {
    frame?.remove();
  },
  async share(name) {
    keep(name, await navigator.mediaDevices.getDisplayMedia({ video: true }));
  },
  look: (name) => readFrame(find(name), describe),
  async call(name, farName) {
    const track = find(name);
    const peers = await connectPeers(new MediaStream([track]), track);
    sender = peers.sender;
    tracks.set(farName, peers.receiver.track);
  },
  async replace(name) {
    await sender?.replaceTrack(find(name));
  },
  async openAndClose() {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getVideoTracks();
    if (!track) throw new Error('Expected a video track, got none');
    await readFrame(track, () => {});
    track.stop();
  },
  async openAndCloseWithin() {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getVideoTracks();
    if (!track) throw new Error('Expected a video track, got none');
    await readFrame(track, () => {});
    const told = new Promise((resolve) => {
      clock.onmessage = resolve;
    });
    clock.postMessage(null);
    // A frame comes while the thread is held, and the word of another thread behind it.
    holdThread(BUSY_MS);
    await told;
    track.stop();
  },
};
