/**
 * The page that the bench measures: a camera, read as cheaply as a page can, alone or while it is in a call; and in it,
 * when asked, a rival that makes a track of its own out of the camera's. Exposes `bench`; the arithmetic is figures.ts.
 */
import { connectPeers } from '../../harness/connect-peers.ts';
import { type PlainDesign, type PlainOptions, startPlainDesign } from '../rivals/plain-design.ts';
import { delaysOfDrawn, matchClocks } from './delays.ts';
import type { Arrival, FromReader, ToReader } from './reader.ts';

export interface Observation {
  readonly elapsedMs: number;
  /**
   * One entry a frame of the measured track: the time of its arrival since 1970 less the camera's timestamp of the frame
   * shown, milliseconds. The camera's clock starts anywhere, so only differences between observations mean something.
   */
  readonly delaysMs: readonly number[];
  /** Frames that the far end of the call decoded; null without a call. */
  readonly farFrames: number | null;
}

export interface CameraOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
  /** Alone, or in a call with itself whose far end is shown. */
  readonly use: 'track' | 'call';
}

export interface BenchPage {
  /** Opens the camera. Resolves when the first frame has come. */
  start(camera: CameraOptions): Promise<void>;
  /** From here on the rival's track is measured; resolves when its first frame has come (never, where it makes none). */
  startPlain(options: PlainOptions): Promise<void>;
  /** Back to the camera's own track. */
  stopPlain(): Promise<void>;
  /** Forgets what was seen so far. */
  restart(): Promise<void>;
  observe(): Promise<Observation>;
  /** The next frame of the camera's track as RGBA, base64. */
  takePicture(): Promise<{ readonly widthPx: number; readonly heightPx: number; readonly rgba: string }>;
}

declare global {
  var bench: BenchPage;
}

/** A mark that tells the trace's reader which thread is the page's. */
const PAGE_MARK = 'bench-page';
/** Long enough for a few frames of the slowest camera. */
const CLOCKS_MS = 1000;

/** Drawn and not captured yet, at most. */
const DRAWS_UNDER_WAY = 8;

const worker = new Worker('/reader.js');
let stream: MediaStream | null = null;
let plain: PlainDesign | null = null;
/** Camera timestamp less media time of the rival's video element. */
let plainOffsetMs = 0;
let receiver: RTCRtpReceiver | null = null;
let farFramesBefore = 0;
let sinceMs = 0;

const post = (message: ToReader, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

function next<Type extends FromReader['type']>(type: Type): Promise<Extract<FromReader, { type: Type }>> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent<FromReader>) => {
      if (data.type !== type) return;
      worker.removeEventListener('message', listen);
      resolve(data as Extract<FromReader, { type: Type }>);
    };
    worker.addEventListener('message', listen);
  });
}

async function takeArrivals(): Promise<readonly Arrival[]> {
  const taken = next('arrivals');
  post({ type: 'take' });
  return (await taken).arrivals;
}

function read(track: MediaStreamTrack, marked: boolean): Promise<unknown> {
  const first = next('first');
  const frames = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack }).readable;
  post({ type: 'read', frames, marked, pageOriginMs: performance.timeOrigin }, [frames]);
  return first;
}

function cameraTrack(): MediaStreamTrack {
  const [track] = stream?.getVideoTracks() ?? [];
  if (!track) throw new Error('expected an open camera, got none');
  return track;
}

async function countFarFrames(): Promise<number> {
  const stats = receiver ? [...(await receiver.getStats()).values()] : [];
  const inbound = (stats as { type: string; framesDecoded?: number }[]).find(
    ({ type }) => type === 'inbound-rtp',
  );
  return inbound?.framesDecoded ?? 0;
}

globalThis.bench = {
  async start({ widthPx, heightPx, framesPerSecond, use }) {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { width: widthPx, height: heightPx, frameRate: framesPerSecond },
    });
    if (use === 'call') {
      receiver = (await connectPeers(stream, cameraTrack())).receiver;
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = new MediaStream([receiver.track]);
      document.body.append(video);
      await video.play();
    }
    await read(cameraTrack().clone(), false);
  },

  async startPlain(options) {
    plain = await startPlainDesign(new MediaStream([cameraTrack().clone()]), options);
    const { draws } = plain;
    await takeArrivals();
    await new Promise((resolve) => setTimeout(resolve, CLOCKS_MS));
    const cameraMs = (await takeArrivals()).map(({ timestampMs }) => timestampMs);
    plainOffsetMs = matchClocks(
      cameraMs,
      draws.map(({ mediaTimeMs }) => mediaTimeMs),
    );
    post({ type: 'stop' });
    await read(plain.track, true);
  },

  async stopPlain() {
    post({ type: 'stop' });
    plain?.stop();
    plain = null;
    await read(cameraTrack().clone(), false);
  },

  async restart() {
    farFramesBefore = await countFarFrames();
    // The latest drawings may still be on their way.
    plain?.draws.splice(0, plain.draws.length - DRAWS_UNDER_WAY);
    await takeArrivals();
    sinceMs = performance.now();
    performance.mark(PAGE_MARK);
  },

  async observe() {
    const farFrames = receiver ? (await countFarFrames()) - farFramesBefore : null;
    const elapsedMs = performance.now() - sinceMs;
    const arrivals = await takeArrivals();
    const delaysMs = plain
      ? delaysOfDrawn(arrivals, plain.draws, plainOffsetMs)
      : arrivals.map(({ atMs, timestampMs }) => atMs - timestampMs);
    const { timeOrigin } = performance;
    return { elapsedMs, delaysMs: delaysMs.map((delayMs) => timeOrigin + delayMs), farFrames };
  },

  async takePicture() {
    const track = cameraTrack().clone() as MediaStreamVideoTrack;
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    const { value: frame } = await reader.read();
    if (!frame) throw new Error('expected a frame, got the end of the track');
    const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(frame, 0, 0);
    frame.close();
    track.stop();
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let text = '';
    for (let i = 0; i < data.length; i += 0x8000) {
      text += String.fromCharCode(...data.subarray(i, i + 0x8000));
    }
    return { widthPx: canvas.width, heightPx: canvas.height, rgba: btoa(text) };
  },
};
