/** Draws the head that hides: depths alone. Owns nothing. */
import type { HeadSurface } from '../../prepared-parts.ts';
import type { RasterSamples } from './samples.ts';
import { END_COLUMNS, FIRST_COLUMNS, FRONT, ROW_RANGE, SLOPES, spanTriangle } from './triangle-spans.ts';
import type { Vertices } from './vertices.ts';

export function drawHead({ corners }: HeadSurface, vertices: Vertices, samples: RasterSamples): void {
  const { x, y, depth } = vertices;
  const { depths, columns } = samples;
  for (let corner = 0; corner < corners.length; corner += 3) {
    const a = corners[corner]!;
    const b = corners[corner + 1]!;
    const c = corners[corner + 2]!;
    if (!spanTriangle(vertices, a, b, c, FRONT, samples)) continue;
    const base = depth[a]!;
    const across = (depth[b]! - base) * SLOPES[0]! + (depth[c]! - base) * SLOPES[1]!;
    const down = (depth[b]! - base) * SLOPES[2]! + (depth[c]! - base) * SLOPES[3]!;
    const step = Math.round(across) | 0;
    const [ax, ay] = [x[a]!, y[a]!];
    const endRow = ROW_RANGE[1]!;
    for (let row = ROW_RANGE[0]!; row < endRow; row += 1) {
      const first = FIRST_COLUMNS[row]!;
      const end = row * columns + END_COLUMNS[row]!;
      let near = (base + (first - ax) * across + (row - ay) * down) | 0;
      for (let at = row * columns + first; at < end; at += 1) {
        if (near > depths[at]!) depths[at] = near;
        near = (near + step) | 0;
      }
    }
  }
}
