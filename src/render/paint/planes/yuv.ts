/**
 * RGB to YUV and back as numbers: BT.601 and BT.709, 16-235 or 0-255.
 * Source: Rec. ITU-R BT.601-7 and BT.709-6, luma coefficients and quantisation.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';

/** What of a frame decides how its numbers mean colours. */
export type FrameColor = Pick<FramePixels, 'matrix' | 'fullRange'>;

/** For R, G, B in 0..255: Y = yr R + yg G + yb B + yOffset, U = ur R + ug G + ub B + 128, V likewise. */
export interface YuvMatrix {
  readonly y: readonly [number, number, number];
  readonly u: readonly [number, number, number];
  readonly v: readonly [number, number, number];
  readonly yOffset: number;
  /** How many steps black to white takes: 219 or 255. */
  readonly yRange: number;
  /** Widest swing of U and V about 128, end to end: 224 or 255. */
  readonly chromaRange: number;
  readonly kr: number;
  readonly kb: number;
}

const LUMA_COEFFICIENTS = { bt601: [0.299, 0.114], bt709: [0.2126, 0.0722] } as const;

export function yuvMatrix({ matrix, fullRange }: FrameColor): YuvMatrix {
  const [kr, kb] = LUMA_COEFFICIENTS[matrix];
  const kg = 1 - kr - kb;
  const yRange = fullRange ? 255 : 219;
  const chromaRange = fullRange ? 255 : 224;
  const luma = yRange / 255;
  const cb = chromaRange / 255 / (2 * (1 - kb));
  const cr = chromaRange / 255 / (2 * (1 - kr));
  return {
    y: [kr * luma, kg * luma, kb * luma],
    u: [-kr * cb, -kg * cb, (1 - kb) * cb],
    v: [(1 - kr) * cr, -kg * cr, -kb * cr],
    yOffset: fullRange ? 0 : 16,
    yRange,
    chromaRange,
    kr,
    kb,
  };
}

/** Writes R, G, B in 0..1 (may lie outside, for YUV that names no colour) of one YUV triple into out. */
export function yuvToRgb(matrix: YuvMatrix, y: number, u: number, v: number, out: Float64Array): void {
  const { kr, kb, yOffset, yRange, chromaRange } = matrix;
  const luma = (y - yOffset) / yRange;
  const red = luma + ((v - 128) / chromaRange) * 2 * (1 - kr);
  const blue = luma + ((u - 128) / chromaRange) * 2 * (1 - kb);
  out[0] = red;
  out[1] = (luma - kr * red - kb * blue) / (1 - kr - kb);
  out[2] = blue;
}
