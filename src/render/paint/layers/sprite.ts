/**
 * A small painting that is drawn turned and at any size. Owns the sampling: bilinear, from the painting of the nearest
 * larger size, so that slow things glide and small ones do not sparkle. Painting needs a 2D canvas, sampling nothing.
 */
import type { PaintedWords } from '../../prepared-parts.ts';

export interface SpritePlace {
  /** Of its middle, in the target; not whole pixels. */
  readonly xPx: number;
  readonly yPx: number;
  /** Of the upright sprite; the height follows from the painting. */
  readonly widthPx: number;
  /** Counter-clockwise as seen. */
  readonly angleRadians: number;
  /** Width left of one that shows its edge, 0..1. */
  readonly facing: number;
  readonly opacity: number;
}

/** Words to blend, the bottom row first, cleared before each drawing. */
export interface SpriteTarget {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly words: Uint32Array;
}

/** Every other byte of a word: two channels at once. */
const PAIR = 0x00ff00ff;
/** A sprite seen from its edge is still a line. */
const THINNEST = 0.12;

/** The half extents of the upright rectangle around a sprite. */
export function extentOf(place: SpritePlace, ratio: number): readonly [xPx: number, yPx: number] {
  const [cos, sin] = [Math.abs(Math.cos(place.angleRadians)), Math.abs(Math.sin(place.angleRadians))];
  const halfWidth = (place.widthPx / 2) * Math.max(THINNEST, place.facing);
  const halfHeight = (place.widthPx * ratio) / 2;
  return [cos * halfWidth + sin * halfHeight, sin * halfWidth + cos * halfHeight];
}

/** @param levels paintings of one sprite with a clear rim, the largest first, each half the size of the one before */
export function drawSprite(levels: readonly PaintedWords[], place: SpritePlace, target: SpriteTarget): void {
  const { xPx, yPx, widthPx, angleRadians, facing, opacity } = place;
  let level = levels[0]!;
  for (const smaller of levels) if (smaller.widthPx >= widthPx) level = smaller;
  const { widthPx: columns, heightPx: rows, words } = level;
  const scale = columns / widthPx;
  const across = scale / Math.max(THINNEST, facing);
  const [cos, sin] = [Math.cos(angleRadians), Math.sin(angleRadians)];
  const full = Math.round(256 * opacity);
  for (let row = 0; row < target.heightPx; row += 1) {
    const dy = target.yPx + row + 0.5 - yPx;
    const to = (target.heightPx - 1 - row) * target.widthPx;
    const dx = target.xPx + 0.5 - xPx;
    // Turned back into the sprite: y down here, so a counter-clockwise turn has the signs of a clockwise one.
    let u = (dx * cos - dy * sin) * across + columns / 2 - 0.5;
    let v = (dx * sin + dy * cos) * scale + rows / 2 - 0.5;
    for (let column = 0; column < target.widthPx; column += 1, u += cos * across, v += sin * scale) {
      if (u < 0 || v < 0 || u >= columns - 1 || v >= rows - 1) continue;
      const ui = u | 0;
      const vi = v | 0;
      // Words are stored from the bottom row up.
      const at = (rows - 1 - vi) * columns + ui;
      const [a, b, c, d] = [words[at]!, words[at + 1]!, words[at - columns]!, words[at - columns + 1]!];
      if ((a | b | c | d) === 0) continue;
      const fu = ((u - ui) * full) | 0;
      const fv = v - vi;
      const wd = (fu * fv) | 0;
      const wb = fu - wd;
      const wc = ((fv * full) | 0) - wd;
      const wa = full - wb - wc - wd;
      const even = ((a & PAIR) * wa + (b & PAIR) * wb + (c & PAIR) * wc + (d & PAIR) * wd) >>> 8;
      const odd =
        ((a >>> 8) & PAIR) * wa + ((b >>> 8) & PAIR) * wb + ((c >>> 8) & PAIR) * wc + ((d >>> 8) & PAIR) * wd;
      target.words[to + column] = ((even & PAIR) | (((odd >>> 8) & PAIR) << 8)) >>> 0;
    }
  }
}
