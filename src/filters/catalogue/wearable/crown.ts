import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { smallBlob } from '../../shapes/blob.ts';

const GOLD = { color: '#f2c14e', metalness: 1, roughness: 0.28 } as const;
const RUBY = { color: '#c81d3c', roughness: 0.08 } as const;
const PEARL = { color: '#f6efe3', roughness: 0.25 } as const;
const RADIUS_CM = 7.5;

/** Degrees around the head; those behind it would only show beside the hair, where no crown is. */
const POINTS = [-108, -72, -36, 0, 36, 72, 108] as const;

/** A point with its pearl, and the ruby below it. */
const point = (degrees: number): Part => ({
  shape: 'group',
  rotationDegrees: [0, degrees, 0],
  parts: [
    {
      shape: 'extrusion',
      outlineCm: [
        [-2.3, 0],
        [2.3, 0],
        [1.35, 0.9],
        [0.7, 2.1],
        [0.35, 3.6],
        [-0.35, 3.6],
        [-0.7, 2.1],
        [-1.35, 0.9],
      ],
      depthCm: 0.22,
      positionCm: [0, 1, RADIUS_CM + 0.05],
      rotationDegrees: [8, 0, 0],
      material: GOLD,
    },
    smallBlob({ radiiCm: [0.55, 0.55, 0.55], positionCm: [0, 4.9, RADIUS_CM + 0.6], material: PEARL }),
    smallBlob({ radiiCm: [0.66, 0.55, 0.33], positionCm: [0, 0, RADIUS_CM + 0.12], material: RUBY }),
  ],
});

/** A golden crown around the top of the head; heads are deeper than wide, and so is it. */
export const crown: Filter = {
  version: 1,
  id: 'crown',
  name: 'Crown',
  description: 'A golden crown with rubies and pearls',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 12.7, -11],
      rotationDegrees: [-5, 0, 0],
      scale: [1, 1, 1.16],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [RADIUS_CM, -1.3],
            [RADIUS_CM + 0.18, -1.3],
            [RADIUS_CM + 0.3, -0.95],
            [RADIUS_CM + 0.12, -0.7],
            [RADIUS_CM + 0.22, 0.7],
            [RADIUS_CM + 0.42, 0.95],
            [RADIUS_CM + 0.3, 1.3],
            [RADIUS_CM, 1.3],
          ],
          material: GOLD,
        },
        ...POINTS.map(point),
      ],
    },
  ],
};
