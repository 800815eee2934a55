/**
 * From samples to the pixels of a region: four averaged to one, one taken as it is, or half as many scaled up; paler while
 * a head comes or goes. Owns nothing. Pixels are written the bottom row first, as blend-planes.ts takes them.
 */
import type { RasterSamples } from './samples.ts';

export interface ResolveOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Samples a side of a pixel; a half: of two pixels. */
  readonly scale: 2 | 1 | 0.5;
  /** 0..1 */
  readonly opacity: number;
}

/** Fills the first widthPx * heightPx pixels. */
export function resolveSamples(samples: RasterSamples, pixels: Uint32Array, options: ResolveOptions): void {
  const { widthPx, heightPx, scale, opacity } = options;
  if (scale === 2) averageFour(samples, pixels, widthPx, heightPx);
  else if (scale === 1) takeOne(samples, pixels, widthPx, heightPx);
  else scaleUp(samples, pixels, widthPx, heightPx);
  if (opacity < 1) fade(pixels, widthPx * heightPx, opacity);
}

function fade(pixels: Uint32Array, count: number, opacity: number): void {
  const share = Math.round(256 * opacity);
  for (let at = 0; at < count; at += 1) {
    const word = pixels[at]!;
    if (word === 0) continue;
    const even = ((word & PAIR) * share) >>> 8;
    const odd = ((word >>> 8) & PAIR) * share;
    pixels[at] = (even & PAIR) | (odd & ~PAIR);
  }
}

/** Every other byte of a word, so that two channels are summed at once without touching each other. */
const PAIR = 0x00ff00ff;
/** Half of four in both channels: rounds. */
const ROUND = 0x00020002;

function averageFour(
  { words, columns }: RasterSamples,
  pixels: Uint32Array,
  widthPx: number,
  heightPx: number,
) {
  for (let row = 0; row < heightPx; row += 1) {
    let from = 2 * row * columns;
    let to = (heightPx - 1 - row) * widthPx;
    for (const end = to + widthPx; to < end; to += 1, from += 2) {
      const a = words[from]!;
      const b = words[from + 1]!;
      const c = words[from + columns]!;
      const d = words[from + columns + 1]!;
      if ((a | b | c | d) === 0) {
        pixels[to] = 0;
        continue;
      }
      const even = ((a & PAIR) + (b & PAIR) + (c & PAIR) + (d & PAIR) + ROUND) >>> 2;
      const odd = ((a >>> 8) & PAIR) + ((b >>> 8) & PAIR) + ((c >>> 8) & PAIR) + ((d >>> 8) & PAIR) + ROUND;
      pixels[to] = (even & PAIR) | (((odd >>> 2) & PAIR) << 8);
    }
  }
}

function takeOne({ words, columns }: RasterSamples, pixels: Uint32Array, widthPx: number, heightPx: number) {
  for (let row = 0; row < heightPx; row += 1) {
    let from = row * columns;
    let to = (heightPx - 1 - row) * widthPx;
    for (const end = to + widthPx; to < end; to += 1, from += 1) pixels[to] = words[from]!;
  }
}

/** Bilinear: of the two samples on each side a pixel takes three quarters of the nearer one. */
function scaleUp(
  { words, columns, rows }: RasterSamples,
  pixels: Uint32Array,
  widthPx: number,
  heightPx: number,
) {
  for (let row = 0; row < heightPx; row += 1) {
    const near = (row >> 1) * columns;
    const other = Math.min(rows - 1, Math.max(0, (row >> 1) + (row % 2 === 0 ? -1 : 1))) * columns;
    const to = (heightPx - 1 - row) * widthPx;
    for (let column = 0; column < widthPx; column += 1) {
      const at = column >> 1;
      const beside = Math.min(columns - 1, Math.max(0, at + (column % 2 === 0 ? -1 : 1)));
      const a = words[near + at]!;
      const b = words[near + beside]!;
      const c = words[other + at]!;
      const d = words[other + beside]!;
      if ((a | b | c | d) === 0) {
        pixels[to + column] = 0;
        continue;
      }
      const even = 9 * (a & PAIR) + 3 * (b & PAIR) + 3 * (c & PAIR) + (d & PAIR) + 0x00080008;
      const odd =
        9 * ((a >>> 8) & PAIR) +
        3 * ((b >>> 8) & PAIR) +
        3 * ((c >>> 8) & PAIR) +
        ((d >>> 8) & PAIR) +
        0x00080008;
      pixels[to + column] = ((even >>> 4) & PAIR) | (((odd >>> 4) & PAIR) << 8);
    }
  }
}
