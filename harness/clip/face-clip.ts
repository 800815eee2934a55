/**
 * The clip that stands for a camera: the bundled photo moved along motion.ts, as a file that Chromium plays as a camera.
 * Owns making and caching the files; frames can be asked for one by one, as the truth to compare a call with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import jpeg from 'jpeg-js';
import { renderCrowd } from './crowd.ts';
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
  /** The file to make, ending in .mjpeg or .y4m (uncompressed); a .json with the truth of each frame is laid beside it. */
  readonly path: string;
  /** With 'strip' every frame carries its number (frame-number.ts). */
  readonly numbering: 'strip' | 'none';
  /** Heads in the frame, side by side (crowd.ts); one by default. */
  readonly faces?: number;
  /** What the file plays at; Chromium plays a .mjpeg at 30 whatever is said, a .y4m as it says. 30 by default. */
  readonly framesPerSecond?: number;
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
export function renderFrame(
  index: number,
  size: FrameSize,
  { numbering, faces = 1 }: Pick<ClipOptions, 'numbering' | 'faces'>,
): Picture {
  const renderHead = (at: number, within: FrameSize) =>
    warpPhoto(getPhoto(), photoToFrame(at, within), within);
  const { widthPx, heightPx } = size;
  const picture =
    faces === 1 ? renderHead(index, size) : renderCrowd(index, { widthPx, heightPx, faces }, renderHead);
  if (numbering === 'strip') paintFrameNumber(picture, index);
  return picture;
}

/** Makes the clip and its truth unless they are there already; resolves to the clip's path. */
export async function makeFaceClip(options: ClipOptions): Promise<string> {
  const { path, widthPx, heightPx, numbering, faces = 1, onProgress } = options;
  const { framesPerSecond = FRAMES_PER_SECOND } = options;
  const truthPath = path.replace(/\.\w+$/, '.json');
  const frames = Array.from({ length: FRAME_COUNT }, (_, i) => getFrameTruth(i, options));
  const encoding = path.endsWith('.y4m') ? ['-f', 'yuv4mpegpipe'] : MJPEG_FLAGS;
  // One head is what a clip's truth says nothing of: the files of before are the same ones.
  const made = { widthPx, heightPx, framesPerSecond, numbering, encoding, ...(faces > 1 && { faces }) };
  const truth = JSON.stringify({ ...made, frames });
  // The truth says everything the pixels depend on, so a clip beside the same truth is the same clip.
  if (existsSync(path) && existsSync(truthPath) && readFileSync(truthPath, 'utf8') === truth) return path;

  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${widthPx}x${heightPx}`],
      ...['-r', String(framesPerSecond), '-i', '-', '-vf', 'format=yuv420p', ...encoding, unfinished],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  for (let i = 0; i < FRAME_COUNT; i++) {
    if (!ffmpeg.stdin.write(renderFrame(i, options, options).rgba)) await once(ffmpeg.stdin, 'drain');
    onProgress?.(i + 1, FRAME_COUNT);
  }
  ffmpeg.stdin.end();
  const [status] = await ended;
  if (status !== 0) throw new Error(`Expected ffmpeg to write ${path}, but it ended with status ${status}`);
  renameSync(unfinished, path);
  writeFileSync(truthPath, truth);
  return path;
}
