/**
 * A colour grade in the frame's own numbers: YUV in, YUV out, by two tables small enough for the cache.
 * Owns baking them from a .cube table; applying them to frames is grade.ts.
 *
 *   luma    U/4, V/4, Y   -> Y'        64 x 64 x 256 bytes: Y fine, for it shows steps; its dependence on U, V is gentle
 *   chroma  Y/8, U/2, V/2 -> U', V'    32 x 128 x 128 pairs: U, V fine
 *
 * Each entry is computed at the middle of its bin, so an identity table changes Y by nothing and U, V by at most one.
 */

import { nextTurn } from '../../shared/next-turn.ts';
import { type FrameColor, yuvMatrix, yuvToRgb } from '../paint/planes/yuv.ts';
import type { GradeTable } from '../prepared-parts.ts';
import { type CubeLut, lookUp } from './cube-lut.ts';

/** Rows of U baked between two breaths: about 5 ms of work each. */
const LUMA_SLICE = 2;
const CHROMA_SLICE = 1;
/** Luma is computed at every fourth Y and drawn straight between: the .cube itself has a sample every 16. */
const LUMA_STEP = 4;

/**
 * Bakes a table at a strength of 0..1, giving other work its turn in between.
 * Colours that YUV can name and RGB cannot are clamped to RGB, as a screen would.
 */
export async function bakeGradeTable(lut: CubeLut, strength: number, color: FrameColor): Promise<GradeTable> {
  const grade = createYuvGrade(lut, strength, color);
  const luma = new Uint8Array(64 * 64 * 256);
  const chroma = new Uint16Array(32 * 128 * 128);
  for (let u = 0; u < 64; u += 1) {
    for (let v = 0; v < 64; v += 1) bakeLumaRow(grade, luma, u, v);
    if (u % LUMA_SLICE === LUMA_SLICE - 1) await nextTurn();
  }
  for (let y = 0; y < 32; y += 1) {
    for (let u = 0; u < 128; u += 1) {
      const row = (y << 14) | (u << 7);
      for (let v = 0; v < 128; v += 1) {
        const graded = grade(8 * y + 3.5, 2 * u + 0.5, 2 * v + 0.5);
        // The middle of a bin of two lies between them; a quarter down gives back the even one, and 128 stays 128.
        chroma[row | v] = toByte(graded[1]! - 0.25) | (toByte(graded[2]! - 0.25) << 8);
      }
    }
    if (y % CHROMA_SLICE === CHROMA_SLICE - 1) await nextTurn();
  }
  return { color, luma, chroma };
}

function bakeLumaRow(grade: YuvGrade, luma: Uint8Array, u: number, v: number): void {
  const row = (u << 14) | (v << 8);
  let from = grade(0, 4 * u + 1.5, 4 * v + 1.5)[0]!;
  for (let y = 0; y < 256; y += LUMA_STEP) {
    const to = grade(y + LUMA_STEP, 4 * u + 1.5, 4 * v + 1.5)[0]!;
    for (let step = 0; step < LUMA_STEP; step += 1) {
      luma[row | (y + step)] = toByte(from + ((to - from) * step) / LUMA_STEP);
    }
    from = to;
  }
}

/** Grades one colour; the three numbers returned are overwritten by the next call. */
type YuvGrade = (y: number, u: number, v: number) => Float64Array;

function createYuvGrade(lut: CubeLut, strength: number, color: FrameColor): YuvGrade {
  const matrix = yuvMatrix(color);
  const rgb = new Float64Array(3);
  const graded = new Float64Array(3);
  const yuv = new Float64Array(3);
  return (y, u, v) => {
    yuvToRgb(matrix, y, u, v, rgb);
    for (let channel = 0; channel < 3; channel += 1) rgb[channel] = Math.min(1, Math.max(0, rgb[channel]!));
    lookUp(lut, rgb[0]!, rgb[1]!, rgb[2]!, graded);
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[channel] = 255 * (rgb[channel]! + strength * (graded[channel]! - rgb[channel]!));
    }
    const red = rgb[0]!;
    const green = rgb[1]!;
    const blue = rgb[2]!;
    yuv[0] = matrix.y[0] * red + matrix.y[1] * green + matrix.y[2] * blue + matrix.yOffset;
    yuv[1] = matrix.u[0] * red + matrix.u[1] * green + matrix.u[2] * blue + 128;
    yuv[2] = matrix.v[0] * red + matrix.v[1] * green + matrix.v[2] * blue + 128;
    return yuv;
  };
}

function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
