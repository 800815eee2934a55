import type { Filter } from './filter.ts';
import { headband } from './shapes/headband.ts';

const SATIN = { color: '#d8385e', roughness: 0.5 } as const;
const FOLD = { color: '#b3274a', roughness: 0.5 } as const;
const BAND = { color: '#c32f54', roughness: 0.6 } as const;

/** A large bow on a narrow headband, to one side. */
export const bow: Filter = {
  version: 1,
  id: 'bow',
  name: 'Bow',
  description: 'A pink satin bow on a headband',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    headband(0.3, BAND),
    {
      shape: 'group',
      positionCm: [4.3, 16.9, -8.4],
      rotationDegrees: [-10, 8, -24],
      parts: [
        {
          shape: 'group',
          mirrored: true,
          parts: [
            {
              shape: 'extrusion',
              outlineCm: [
                [0.3, 0.5],
                [2.2, 1.8],
                [4.3, 2.5],
                [4.9, 1.2],
                [4.8, -0.6],
                [4.1, -2],
                [2.2, -1.4],
                [0.3, -0.5],
              ],
              smooth: true,
              depthCm: 1.5,
              bevelCm: 0.7,
              rotationDegrees: [0, -8, 0],
              material: SATIN,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [0.4, 0.1],
                [1.9, 0.65],
                [2.9, 0.3],
                [1.9, -0.35],
                [0.4, -0.15],
              ],
              smooth: true,
              depthCm: 0.1,
              positionCm: [0.3, 0, 0.8],
              rotationDegrees: [0, -8, 0],
              material: FOLD,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [0, 0],
                [0.9, -0.4],
                [2.7, -3.4],
                [1.7, -3.2],
                [1, -3.9],
              ],
              depthCm: 0.3,
              positionCm: [0, 0, -0.5],
              material: FOLD,
            },
          ],
        },
        { shape: 'sphere', radiusCm: 0.95, scale: [0.9, 1, 1], positionCm: [0, 0, 0.4], material: SATIN },
      ],
    },
  ],
};
