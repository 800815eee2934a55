/**
 * Things that grow thinner along a curve: horns, antlers, locks, tips of hats. Pure; owns no filter.
 */
import type { Material, Part } from '../schema/part-schema.ts';

export interface TaperOptions {
  readonly pathCm: readonly (readonly [number, number, number])[];
  /** Spread evenly over the path; 0 makes a tip. */
  readonly radiiCm: readonly number[];
  readonly material: Material;
}

/** As thin as a tube may be: a tip for the eye. */
const TIP_CM = 0.01;

export function taper({ pathCm, radiiCm, material }: TaperOptions): Part {
  return {
    shape: 'tube',
    pathCm: pathCm.map(([x, y, z]): [number, number, number] => [x, y, z]),
    radiusCm: radiiCm.map((radius) => Math.max(TIP_CM, radius)),
    material,
  };
}
