/**
 * Whether two pictures are roughly the same, whatever their sizes and formats: some hundred points of each, in RGB.
 * Owns the tolerance.
 */
import { createColorReader } from '../render/color-reader.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';

const COLUMNS = 32;
const ROWS = 18;
/** In 0..1. Grades, edges and conversions differ by a hundredth; a black or upside-down picture by a quarter. */
const MOST_MEAN_DIFFERENCE = 0.06;

export function looksAlike(a: FramePixels, b: FramePixels): boolean {
  const [readA, readB] = [createColorReader(a), createColorReader(b)];
  const [colorA, colorB] = [new Float64Array(3), new Float64Array(3)];
  let sum = 0;
  for (let row = 0.5; row < ROWS; row += 1) {
    for (let column = 0.5; column < COLUMNS; column += 1) {
      const [x, y] = [column / COLUMNS, row / ROWS];
      readA(x * a.widthPx, y * a.heightPx, colorA);
      readB(x * b.widthPx, y * b.heightPx, colorB);
      for (let channel = 0; channel < 3; channel += 1) sum += Math.abs(colorA[channel]! - colorB[channel]!);
    }
  }
  return sum / (3 * ROWS * COLUMNS) <= MOST_MEAN_DIFFERENCE;
}
