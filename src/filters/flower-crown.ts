import type { Filter } from './filter.ts';
import type { Part } from './part-schema.ts';
import { smallBlob } from './shapes/blob.ts';

const LEAF = { color: '#4f8a45', roughness: 0.8 } as const;
const HEART = { color: '#f2c53d', roughness: 0.8 } as const;
const BLOSSOMS = ['#f4a7b9', '#fdf3ea', '#e0607e', '#c9a3dd', '#fbd0a8'] as const;
const COUNT = 12;
const RADIUS_CM = 8.9;

/** Five petals about a yellow heart, facing outwards. */
const blossom = (color: string, size: number): Part => ({
  shape: 'group',
  rotationDegrees: [78, 0, 0],
  scale: [size, size, size],
  parts: [
    {
      shape: 'group',
      ring: 5,
      parts: [
        smallBlob({
          radiiCm: [0.8, 0.32, 0.95],
          positionCm: [0, 0, 0.95],
          rotationDegrees: [-12, 0, 0],
          material: { color, roughness: 0.8 },
        }),
      ],
    },
    smallBlob({ radiiCm: [0.5, 0.35, 0.5], positionCm: [0, 0.25, 0], material: HEART }),
  ],
});

const wreath: Part[] = Array.from({ length: COUNT }, (_, index) => {
  const color = BLOSSOMS[index % BLOSSOMS.length] ?? HEART.color;
  // Large and small in turn, not all at one height: picked by hand.
  const size = index % 2 === 0 ? 1.15 : 0.85;
  return {
    shape: 'group',
    rotationDegrees: [0, (360 * index) / COUNT, 0],
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
      parts: wreath,
    },
  ],
};
