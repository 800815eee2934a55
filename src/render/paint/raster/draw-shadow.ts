/**
 * Draws the shadow on the head: premultiplied darkness, in the place of what was there, and no depth.
 * Drawn before all that is worn, so it need not be mixed with anything. Owns its colour.
 */
import type { ShadowSurface } from '../../prepared-parts.ts';
import type { RasterSamples } from './samples.ts';
import { END_COLUMNS, FIRST_COLUMNS, FRONT, ROW_RANGE, SLOPES, spanTriangle } from './triangle-spans.ts';
import type { Vertices } from './vertices.ts';

/** Light that has gone through skin is red: a neutral shadow looks like ash on a face. */
const RED = 0.2;
const GREEN = 0.05;
/** Shades of darkness that are told apart: more than a byte has. */
const SHADES = 4096;
const SHADE_BITS = 16;
const WORDS = Int32Array.from({ length: SHADES }, (_, shade) => {
  const dark = (255 * shade) / (SHADES - 1);
  return (Math.round(dark) << 24) | (Math.round(GREEN * dark) << 8) | Math.round(RED * dark);
});

export function drawShadow(
  { corners, darkness }: ShadowSurface,
  vertices: Vertices,
  samples: RasterSamples,
): void {
  const { x, y, depth } = vertices;
  const { words, depths, columns } = samples;
  for (let corner = 0; corner < corners.length; corner += 3) {
    const a = corners[corner]!;
    const b = corners[corner + 1]!;
    const c = corners[corner + 2]!;
    if (!spanTriangle(vertices, a, b, c, FRONT, samples)) continue;
    const [sx1, sx2, sy1, sy2] = [SLOPES[0]!, SLOPES[1]!, SLOPES[2]!, SLOPES[3]!];
    const base = depth[a]!;
    const across = (depth[b]! - base) * sx1 + (depth[c]! - base) * sx2;
    const down = (depth[b]! - base) * sy1 + (depth[c]! - base) * sy2;
    const step = Math.round(across) | 0;
    const one = (SHADES - 1) * (1 << SHADE_BITS);
    const dark = darkness[a]! * one;
    const darkAcross = (darkness[b]! * one - dark) * sx1 + (darkness[c]! * one - dark) * sx2;
    const darkDown = (darkness[b]! * one - dark) * sy1 + (darkness[c]! * one - dark) * sy2;
    const shadeStep = Math.round(darkAcross) | 0;
    const [ax, ay] = [x[a]!, y[a]!];
    const endRow = ROW_RANGE[1]!;
    for (let row = ROW_RANGE[0]!; row < endRow; row += 1) {
      const first = FIRST_COLUMNS[row]!;
      const end = row * columns + END_COLUMNS[row]!;
      let near = (base + (first - ax) * across + (row - ay) * down) | 0;
      let shade = (dark + (first - ax) * darkAcross + (row - ay) * darkDown) | 0;
      for (let at = row * columns + first; at < end; at += 1) {
        if (near >= depths[at]!) words[at] = WORDS[(shade >> SHADE_BITS) & (SHADES - 1)]!;
        near = (near + step) | 0;
        shade = (shade + shadeStep) | 0;
      }
    }
  }
}
