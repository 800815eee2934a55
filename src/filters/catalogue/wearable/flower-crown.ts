import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { blossom } from '../../shapes/blossom.ts';
import { surface, turn } from '../../shapes/surface.ts';

const LEAF = { color: '#4f8a45', roughness: 0.8 } as const;
const VINE = { color: '#3f6b38', roughness: 0.85 } as const;
const BLOSSOMS = ['#f4a7b9', '#fdf3ea', '#e0607e', '#c9a3dd', '#fbd0a8'] as const;
/** Blossoms from ear to ear; behind, the vine is enough. */
const COUNT = 10;
const APART_DEGREES = 26;
const RADIUS_CM = 8.9;

const wreath: Part[] = Array.from({ length: COUNT }, (_, index) => {
  const color = BLOSSOMS[index % BLOSSOMS.length] ?? BLOSSOMS[0];
  // Large and small in turn, not all at one height: picked by hand.
  const size = index % 2 === 0 ? 1.2 : 0.92;
  return {
    shape: 'group',
    rotationDegrees: [0, APART_DEGREES * (index - (COUNT - 1) / 2), 0],
    parts: [
      {
        shape: 'group',
        positionCm: [0, index % 2 === 0 ? 0.25 : -0.2, RADIUS_CM],
        parts: [
          blossom(color, size),
          {
            shape: 'extrusion',
            outlineCm: [
              [-0.2, 0],
              [-0.6, 0.9],
              [0, 2.1],
              [0.6, 0.9],
              [0.2, 0],
            ],
            depthCm: 0.1,
            positionCm: [1.3, 0.2, 0],
            rotationDegrees: [-8, 14, index % 2 === 0 ? -40 : -125],
            material: LEAF,
          },
        ],
      },
    ],
  };
});

/** A twisted vine that carries them. */
const vine = surface({
  rows: 3,
  columns: 36,
  closed: true,
  material: VINE,
  at: (share, up) => {
    const { sin, cos } = turn(share);
    const around = 2 * Math.PI * up;
    const radius = RADIUS_CM - 0.35 - 0.32 * Math.cos(around);
    return [radius * sin, 0.25 * Math.sin(14 * Math.PI * share) - 0.32 * Math.sin(around), radius * cos];
  },
});

/** Blossoms around the head, as at midsummer. */
export const flowerCrown: Filter = {
  version: 1,
  id: 'flower-crown',
  name: 'Flower crown',
  description: 'A wreath of pink, white and lilac blossoms',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 11.3, -11.6],
      rotationDegrees: [-12, 0, 0],
      scale: [0.98, 1, 1.14],
      parts: [vine, ...wreath],
    },
  ],
};
