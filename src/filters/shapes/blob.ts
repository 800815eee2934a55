/**
 * Balls of few triangles, for what comes in numbers: petals, curls, folds of cloth. Pure; owns no filter.
 * A solid is cut as finely as its declared radius asks for, so a small one made larger stays coarse.
 */
import type { Material, Part } from '../schema/part-schema.ts';

type Vector = readonly [number, number, number];

interface BlobOptions {
  readonly radiiCm: Vector;
  readonly positionCm: Vector;
  readonly rotationDegrees?: Vector;
  readonly material: Material;
}

/** Cut into 10 by 5, and into 6 by 3. */
const ROUND_CM = 0.82;
const COARSE_CM = 0.2;

/** Round enough for a ball as large as a fist. */
export function blob(options: BlobOptions): Part {
  return ball(ROUND_CM, options);
}

/** Round enough for a petal. */
export function smallBlob(options: BlobOptions): Part {
  return ball(COARSE_CM, options);
}

function ball(
  radiusCm: number,
  { radiiCm: [x, y, z], positionCm, rotationDegrees, material }: BlobOptions,
): Part {
  return {
    shape: 'sphere',
    radiusCm,
    positionCm: [...positionCm],
    ...(rotationDegrees && { rotationDegrees: [...rotationDegrees] as [number, number, number] }),
    scale: [x / radiusCm, y / radiusCm, z / radiusCm],
    material,
  };
}
