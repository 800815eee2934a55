/**
 * The clip that stands for a camera: the bundled photo moved along motion.ts, as a file that Chromium plays as a camera.
 * Owns making and caching the files; frames can be asked for one by one, as the truth to compare a call with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import jpeg from 'jpeg-js';
import { type Picture, paintFrameNumber } from './frame-number.ts';
import {
  type Affine,
  FRAME_COUNT,
  FRAMES_PER_SECOND,
  type FrameSize,
  mapPoints,
  PHOTO_KEYPOINTS_PX,
  photoToFrame,
} from './motion.ts';
import { warpPhoto } from './warp.ts';

const root = join(import.meta.dirname, '..', '..');
export const PHOTO_PATH = join(root, 'tests', 'fixtures', 'astronaut.jpg');

/**
 * Chromium takes the samples of a camera file for 16-235 whatever the file says, so that is what is written:
 * a JPEG's usual 0-255 would reach the page with its contrast stretched.
 */
export const MJPEG_FLAGS = [
  ...['-c:v', 'mjpeg', '-q:v', '2', '-strict', 'unofficial', '-color_range', 'tv', '-f', 'mjpeg'],
] as const;

export interface ClipOptions extends FrameSize {
  /** The file to make, ending in .mjpeg; a .json with the truth of each frame is laid beside it. */
  readonly path: string;
  /** With 'strip' every frame carries its number (frame-number.ts). */
  readonly numbering: 'strip' | 'none';
  readonly onProgress?: (doneFrames: number, allFrames: number) => void;
}

/** What is known of one frame: the photo's place in it, and the six keypoints (x, y each), in its pixels. */
export interface FrameTruth {
  readonly photoToFrame: Affine;
  readonly keypointsPx: readonly number[];
}

let photo: Picture | null = null;
function getPhoto(): Picture {
  if (photo === null) {
    const { width, height, data } = jpeg.decode(readFileSync(PHOTO_PATH), { useTArray: true });
    photo = { widthPx: width, heightPx: height, rgba: data };
  }
  return photo;
}

export function getFrameTruth(index: number, size: FrameSize): FrameTruth {
  const map = photoToFrame(index, size);
  return { photoToFrame: map, keypointsPx: mapPoints(map, PHOTO_KEYPOINTS_PX) };
}

/** Frame `index` as it is before the camera's own compression. */
export function renderFrame(index: number, size: FrameSize, numbering: ClipOptions['numbering']): Picture {
  const picture = warpPhoto(getPhoto(), photoToFrame(index, size), size);
  if (numbering === 'strip') paintFrameNumber(picture, index);
  return picture;
}

/** Makes the clip and its truth unless they are there already; resolves to the clip's path. */
export async function makeFaceClip(options: ClipOptions): Promise<string> {
  const { path, widthPx, heightPx, numbering, onProgress } = options;
  const truthPath = path.replace(/\.\w+$/, '.json');
  const frames = Array.from({ length: FRAME_COUNT }, (_, i) => getFrameTruth(i, options));
  const made = { widthPx, heightPx, framesPerSecond: FRAMES_PER_SECOND, numbering, encoding: MJPEG_FLAGS };
  const truth = JSON.stringify({ ...made, frames });
  // The truth says everything the pixels depend on, so a clip beside the same truth is the same clip.
  if (existsSync(path) && existsSync(truthPath) && readFileSync(truthPath, 'utf8') === truth) return path;

  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${widthPx}x${heightPx}`],
      ...['-r', String(FRAMES_PER_SECOND), '-i', '-', '-vf', 'format=yuv420p', ...MJPEG_FLAGS, unfinished],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  for (let i = 0; i < FRAME_COUNT; i++) {
    if (!ffmpeg.stdin.write(renderFrame(i, options, numbering).rgba)) await once(ffmpeg.stdin, 'drain');
    onProgress?.(i + 1, FRAME_COUNT);
  }
  ffmpeg.stdin.end();
  const [status] = await ended;
  if (status !== 0) throw new Error(`Expected ffmpeg to write ${path}, but it ended with status ${status}`);
  renameSync(unfinished, path);
  writeFileSync(truthPath, truth);
  return path;
}
