import type { Filter } from './filter.ts';
import { headband } from './shapes/headband.ts';

const FUR = { color: '#232126', roughness: 0.9 } as const;
const PINK = { color: '#f0a0b4', roughness: 0.9 } as const;

/** A headband with two pointed ears. */
export const catEars: Filter = {
  version: 1,
  id: 'cat-ears',
  name: 'Cat ears',
  description: 'A black headband with cat ears',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    headband(0.35, FUR),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [5.4, 15.6, -9.4],
          rotationDegrees: [-6, 10, -24],
          parts: [
            {
              shape: 'extrusion',
              outlineCm: [
                [-2.7, -0.6],
                [0, -0.9],
                [2.7, -0.6],
                [2.3, 1.7],
                [1, 4],
                [0.1, 5.1],
                [-0.9, 4],
                [-2.2, 1.7],
              ],
              smooth: true,
              depthCm: 0.8,
              bevelCm: 0.35,
              material: FUR,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [-1.7, 0.2],
                [0, 0],
                [1.7, 0.2],
                [1.3, 1.8],
                [0.1, 3.8],
                [-1.2, 1.8],
              ],
              smooth: true,
              depthCm: 0.2,
              positionCm: [0, 0, 0.7],
              material: PINK,
            },
          ],
        },
      ],
    },
  ],
};
