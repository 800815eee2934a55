/**
 * A picture in ever smaller sizes, so that one that is far away does not sparkle. Pure; owns the halving.
 * Each level is the one before sampled bilinearly at half the size, rounded down (OpenGL ES 3.0, 3.8.10).
 */
import type { PictureLevel } from '../prepared-parts.ts';

/** The picture first, a single pixel last. */
export function halvedLevels(picture: PictureLevel): PictureLevel[] {
  const levels = [picture];
  for (let level = picture; level.widthPx > 1 || level.heightPx > 1; ) {
    level = halved(level);
    levels.push(level);
  }
  return levels;
}

function halved({ widthPx, heightPx, words }: PictureLevel): PictureLevel {
  const [columns, rows] = [Math.max(1, widthPx >> 1), Math.max(1, heightPx >> 1)];
  const smaller = new Uint32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const [upper, lower, down] = neighbours(row, rows, heightPx);
    for (let column = 0; column < columns; column += 1) {
      const [left, right, across] = neighbours(column, columns, widthPx);
      const a = words[upper * widthPx + left]!;
      const b = words[upper * widthPx + right]!;
      const c = words[lower * widthPx + left]!;
      const d = words[lower * widthPx + right]!;
      let word = 0;
      for (let shift = 0; shift < 32; shift += 8) {
        const above = ((a >>> shift) & 255) * (1 - across) + ((b >>> shift) & 255) * across;
        const below = ((c >>> shift) & 255) * (1 - across) + ((d >>> shift) & 255) * across;
        word |= Math.round(above * (1 - down) + below * down) << shift;
      }
      smaller[row * columns + column] = word;
    }
  }
  return { widthPx: columns, heightPx: rows, words: smaller };
}

/** The two samples of a line that lie about the middle of a smaller one's sample, and the share of the second. */
function neighbours(
  at: number,
  smaller: number,
  larger: number,
): [first: number, second: number, share: number] {
  const middle = Math.max(0, ((at + 0.5) * larger) / smaller - 0.5);
  const first = Math.floor(middle);
  return [first, Math.min(larger - 1, first + 1), middle - first];
}
