/**
 * Skins given by a formula: brims, ears, ribbons. Pure; owns no filter.
 * A point for each place on a grid becomes a sheet of the schema, which is data like any that is written down.
 */
import type { Material, Part } from '../schema/part-schema.ts';

type Vector = [number, number, number];

export interface SurfaceOptions {
  /** Spans up and around: each is two triangles. */
  readonly rows: number;
  readonly columns: number;
  /** Shares 0..1 along a row (closed: an angle's), and from the first row to the last. */
  readonly at: (along: number, up: number) => Vector;
  readonly closed?: boolean;
  readonly twoSided?: boolean;
  readonly material: Material;
}

const FINEST_CM = 100;

export function surface({ rows, columns, at, closed, twoSided, material }: SurfaceOptions): Part {
  const points = closed ? columns : columns + 1;
  return {
    shape: 'sheet',
    rowsCm: Array.from({ length: rows + 1 }, (_, row) =>
      Array.from({ length: points }, (_, column) => rounded(at(column / columns, row / rows))),
    ),
    ...(closed && { closed }),
    ...(twoSided && { twoSided }),
    material,
  };
}

/** The angle of a share of a ring, from the front (+z) to the wearer's left (+x). */
export function turn(share: number): { readonly sin: number; readonly cos: number } {
  return { sin: Math.sin(2 * Math.PI * share), cos: Math.cos(2 * Math.PI * share) };
}

/** A value at a share of a list of values, on a smooth curve through them (Catmull-Rom). */
export function along(values: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (values.length - 1);
  const from = Math.min(values.length - 2, Math.floor(place));
  const value = (index: number) => values[Math.min(values.length - 1, Math.max(0, index))] ?? 0;
  const [before, start, end, after] = [value(from - 1), value(from), value(from + 1), value(from + 2)];
  const t = place - from;
  const bend = 2 * before - 5 * start + 4 * end - after;
  const twist = 3 * (start - end) + after - before;
  return start + 0.5 * t * (end - before + t * (bend + t * twist));
}

/** As fine as can be seen and no finer, so that a filter that is sent stays small. */
function rounded([x, y, z]: Vector): Vector {
  const round = (value: number) => Math.round(FINEST_CM * value) / FINEST_CM + 0;
  return [round(x), round(y), round(z)];
}
