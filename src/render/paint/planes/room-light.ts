/**
 * How bright the room is and of what colour its light, from the camera's picture: what is worn is dimmed and tinted
 * alike, so that a hat does not glow in the dark. Owns the estimate and its calm; time is an argument.
 * In neutral bright light it is exactly 1: declared colours stay as declared.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { Light } from '../../prepared-parts.ts';
import { createColorReader, type ReadColor } from './color-reader.ts';

export interface RoomLight {
  /** Measures a frame, graded (a grey picture has grey light) and with nothing laid over it. */
  measure(
    pixels: FramePixels,
    moment: { readonly timestampUs: number; readonly poses: readonly HeadPose[] },
  ): void;
  /** What worn colours are multiplied with. */
  readonly light: Light;
}

/** Light changes slowly, cameras' exposure in about this time. */
const SETTLE_S = 0.8;
const PAUSE_S = 0.5;
const DARKEST = 0.45;
/** The brighter tenth of a well exposed picture, and a well lit face of any colour of skin, are at least this bright. */
const BRIGHT_PICTURE = 0.62;
const BRIGHT_FACE = 0.5;
/** How much of the picture's mean colour is taken for that of the light: the rest are things. */
const TINT_SHARE = 0.25;
const MOST_TINT = 0.025;
const NEUTRAL = 0.015;
const COLUMNS = 32;
const ROWS = 18;

export function createRoomLight(): RoomLight {
  let light: Light = [1, 1, 1];
  let lastUs: number | null = null;
  return {
    get light() {
      return light;
    },
    measure(pixels, { timestampUs, poses }) {
      const dt = lastUs === null ? -1 : (timestampUs - lastUs) / 1e6;
      lastUs = timestampUs;
      const share = dt < 0 || dt > PAUSE_S ? 1 : 1 - Math.exp(-dt / SETTLE_S);
      const now = estimate(pixels, poses, createColorReader(pixels));
      const towards = (at: 0 | 1 | 2) => light[at] + (now[at] - light[at]) * share;
      light = [towards(0), towards(1), towards(2)];
    },
  };
}

function estimate(pixels: FramePixels, poses: readonly HeadPose[], readColor: ReadColor): Light {
  const { widthPx, heightPx } = pixels;
  const rgb = new Float64Array(3);
  const mean = [0, 0, 0];
  const brightness: number[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      readColor(((column + 0.5) * widthPx) / COLUMNS, ((row + 0.5) * heightPx) / ROWS, rgb);
      brightness.push(luma(rgb));
      for (let at = 0; at < 3; at += 1) mean[at] = mean[at]! + rgb[at]! / (ROWS * COLUMNS);
    }
  }
  brightness.sort((a, b) => a - b);
  const bright = brightness[Math.floor(0.9 * brightness.length)]! / BRIGHT_PICTURE;
  const level = Math.min(
    1,
    Math.max(DARKEST, bright, faceBrightness(pixels, poses, readColor) / BRIGHT_FACE),
  );
  const grey = luma(mean);
  const tint = mean.map((value) => {
    const off = grey > 0.02 ? TINT_SHARE * (value / grey - 1) : 0;
    return Math.abs(off) < NEUTRAL ? 0 : Math.min(MOST_TINT, Math.max(-MOST_TINT, off));
  });
  // Brightest channel at the level, so that nothing becomes brighter than declared.
  const most = Math.max(...tint);
  const channel = (at: number) => (level * (1 + tint[at]!)) / (1 + most);
  return [channel(0), channel(1), channel(2)];
}

/** Mean of some points of the first face: brow, cheeks, nose, chin. */
function faceBrightness(pixels: FramePixels, poses: readonly HeadPose[], read: ReadColor): number {
  const [pose] = poses;
  if (!pose) return 0;
  const { widthPx, heightPx } = pixels;
  const intrinsics = assumeIntrinsics(widthPx, heightPx);
  const rgb = new Float64Array(3);
  const points = [-4, -2, 0, 2, 4].flatMap((x) => [-6, -1.5, 0.5, 6.5].map((y) => [x, y, -3] as const));
  const seen = points.flatMap((point) => {
    const [x, y] = projectFacePoint(point, pose, intrinsics);
    if (!(x >= 0 && y >= 0 && x < widthPx && y < heightPx)) return [];
    read(x, y, rgb);
    return [luma(rgb)];
  });
  return seen.length === 0 ? 0 : seen.reduce((sum, value) => sum + value, 0) / seen.length;
}

function luma(rgb: ArrayLike<number>): number {
  return 0.2126 * rgb[0]! + 0.7152 * rgb[1]! + 0.0722 * rgb[2]!;
}
