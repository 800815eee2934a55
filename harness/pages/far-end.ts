/**
 * What the far end of a call receives, decoded frame by frame, small: a log of every frame and pictures on request.
 * Reads through a track processor where there is one (alive in hidden tabs), else through a video element.
 */
import { type Picture, readFrameNumber } from '../clip/frame-number.ts';

/** One line of the log. */
export interface FarFrame {
  /** The number of the source's frame, null where its strip could not be read. */
  readonly number: number | null;
  readonly atMs: number;
  /** 0..255, of the whole picture: near 0 is a black frame. */
  readonly meanLuma: number;
  /** Of the frame as received. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One frame's pixels, as they leave the page. */
export interface FarPicture {
  readonly number: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgbaBase64: string;
}

export interface FarEnd {
  readonly log: FarFrame[];
  readonly firstFrame: Promise<void>;
  /** From now on every frame is kept as a thumbnail, also those whose number cannot be read (null). */
  keepThumbnails(): void;
  readonly thumbnails: (Omit<FarPicture, 'number'> & { readonly number: number | null })[];
  /** The next frame whose number can be read. */
  takePicture(): Promise<FarPicture>;
}

/** The longer side of the pictures: enough to see a pair of glasses, little enough to read each frame. */
const LONGER_SIDE_PX = 320;
/** Thumbnails are smaller by this: enough to tell a face from what covers it. */
const THUMBNAIL_SCALE = 4;

export function watchFarEnd(track: MediaStreamTrack, video: HTMLVideoElement): FarEnd {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('Expected a 2D canvas, got none');
  const log: FarFrame[] = [];
  let begin = () => {};
  const firstFrame = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const thumbnails: FarEnd['thumbnails'] = [];
  let small: OffscreenCanvasRenderingContext2D | null = null;

  function keepThumbnail(number: number | null): void {
    if (!small) return;
    const [widthPx, heightPx] = [canvas.width, canvas.height].map((px) => px / THUMBNAIL_SCALE) as [
      number,
      number,
    ];
    small.drawImage(canvas, 0, 0, widthPx, heightPx);
    const { data } = small.getImageData(0, 0, widthPx, heightPx);
    thumbnails.push({ number, widthPx, heightPx, rgbaBase64: toBase64(data) });
  }

  let waiting: ((picture: FarPicture) => void)[] = [];

  function look(frame: CanvasImageSource, widthPx: number, heightPx: number): void {
    if (!context) return;
    const scale = LONGER_SIDE_PX / Math.max(widthPx, heightPx);
    const small = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
    if (canvas.width !== small.widthPx || canvas.height !== small.heightPx) {
      canvas.width = small.widthPx;
      canvas.height = small.heightPx;
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(frame, 0, 0, small.widthPx, small.heightPx);
    const { data } = context.getImageData(0, 0, small.widthPx, small.heightPx);
    const picture: Picture = { ...small, rgba: data };
    const number = readFrameNumber(picture);
    log.push({ number, atMs: performance.now(), meanLuma: meanGreen(data), widthPx, heightPx });
    begin();
    keepThumbnail(number);
    if (number === null || waiting.length === 0) return;
    const taken = { number, ...small, rgbaBase64: toBase64(data) };
    for (const take of waiting) take(taken);
    waiting = [];
  }

  if (typeof MediaStreamTrackProcessor === 'function') void readTrack(track as MediaStreamVideoTrack, look);
  else readVideo(video, look);
  return {
    log,
    firstFrame,
    thumbnails,
    keepThumbnails() {
      small = new OffscreenCanvas(LONGER_SIDE_PX, LONGER_SIDE_PX).getContext('2d', {
        willReadFrequently: true,
      });
      if (small) small.imageSmoothingQuality = 'high';
    },
    takePicture: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

type Look = (frame: CanvasImageSource, widthPx: number, heightPx: number) => void;

async function readTrack(track: MediaStreamVideoTrack, look: Look): Promise<void> {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  for (;;) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    try {
      look(frame, frame.displayWidth, frame.displayHeight);
    } finally {
      frame.close();
    }
  }
}

function readVideo(video: HTMLVideoElement, look: Look): void {
  const onFrame = () => {
    look(video, video.videoWidth, video.videoHeight);
    video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
}

function meanGreen(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 1; i < rgba.length; i += 4) sum += rgba[i] ?? 0;
  return (sum * 4) / rgba.length;
}

function toBase64(bytes: Uint8ClampedArray): string {
  const CHUNK = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(text);
}
