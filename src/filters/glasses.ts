import type { Filter } from './filter.ts';

const FRAME = { color: '#2b1d16', roughness: 0.25 } as const;
const METAL = { color: '#d9b878', metalness: 1, roughness: 0.25 } as const;

/** Round acetate glasses: lens plane 12 mm before the eye, arms along the temples and down behind the ears. */
export const glasses: Filter = {
  version: 1,
  id: 'glasses',
  name: 'Round glasses',
  description: 'Round tortoise-dark glasses whose arms go behind the ears',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [3.45, 2.75, -1.55],
          rotationDegrees: [-5, 7, 0],
          parts: [
            { shape: 'torus', radiusCm: 2.6, tubeCm: 0.24, material: FRAME },
            {
              shape: 'cylinder',
              topRadiusCm: 2.55,
              bottomRadiusCm: 2.55,
              heightCm: 0.05,
              rotationDegrees: [90, 0, 0],
              material: { color: '#dfeef5', roughness: 0.05, opacity: 0.14 },
            },
          ],
        },
        {
          shape: 'box',
          sizeCm: [1, 0.55, 0.34],
          positionCm: [6.45, 3.45, -2.05],
          rotationDegrees: [0, 22, 0],
          material: FRAME,
        },
        { shape: 'sphere', radiusCm: 0.13, positionCm: [6.3, 3.5, -1.75], material: METAL },
        {
          shape: 'tube',
          radiusCm: 0.17,
          pathCm: [
            [6.8, 3.5, -2.2],
            [7.3, 3.52, -4],
            [7.85, 3.52, -7],
            [8.2, 3.5, -10.2],
            [8.45, 3.4, -12.8],
            [8.5, 2.9, -14.6],
            [8.4, 1.4, -15.8],
          ],
          material: FRAME,
        },
      ],
    },
    {
      shape: 'tube',
      radiusCm: 0.2,
      pathCm: [
        [-1.05, 3.3, -1.4],
        [-0.55, 3.72, -0.95],
        [0, 3.85, -0.8],
        [0.55, 3.72, -0.95],
        [1.05, 3.3, -1.4],
      ],
      material: FRAME,
    },
  ],
};
