/**
 * Things that grow thinner along a curve: horns, antlers, ears, tips of hats. Pure; owns no filter.
 * The schema's tube has one radius all along; this strings truncated cones together instead.
 */
import type { Material, Part } from '../part-schema.ts';

export interface TaperOptions {
  readonly pathCm: readonly (readonly [number, number, number])[];
  /** One for each point; 0 makes a tip. */
  readonly radiiCm: readonly number[];
  readonly material: Material;
  /** Takes the place of the material on every second piece: rings and stripes. */
  readonly other?: Material;
}

const DEGREES = 180 / Math.PI;

/** How a piece begins inside the one before: round enough to fill the gap on the outer side of a bend. */
const ROOT = [0.8, -0.6] as const;

/** One truncated cone a span, each turned from upright to its span's direction. */
export function taper({ pathCm, radiiCm, material, other = material }: TaperOptions): Part[] {
  return pathCm.slice(1).map((to, index) => {
    const from = pathCm[index] as readonly [number, number, number];
    const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    const lengthCm = Math.hypot(x, y, z);
    // About x first, then about z: takes (0, 1, 0) to the direction of the span.
    const aboutX = Math.asin(z / lengthCm) * DEGREES;
    const aboutZ = Math.atan2(-x, y) * DEGREES;
    const radius = radiiCm[index] ?? 0;
    return {
      shape: 'lathe',
      profileCm: [
        ...(index === 0 ? [] : [[ROOT[0] * radius, ROOT[1] * radius] as [number, number]]),
        [radius, 0],
        [radiiCm[index + 1] ?? 0, lengthCm],
      ],
      positionCm: [...from],
      rotationDegrees: [aboutX, 0, aboutZ],
      material: index % 2 === 0 ? material : other,
    };
  });
}
