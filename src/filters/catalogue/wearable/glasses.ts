import type { Filter } from '../../schema/filter.ts';

const ACETATE = { color: '#3a2215', roughness: 0.22 } as const;
const BRASS = { color: '#d9b878', metalness: 1, roughness: 0.25 } as const;
const GLASS = { color: '#a9bcc4', roughness: 0.08, opacity: 0.07 } as const;

/** Round acetate glasses: lens plane 12 mm before the eye, arms along the temples and down behind the ears. */
export const glasses: Filter = {
  version: 1,
  id: 'glasses',
  name: 'Round glasses',
  description: 'Round brown glasses whose arms go behind the ears',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [3.4, 2.85, -1.6],
          rotationDegrees: [-6, 7, 0],
          parts: [
            { shape: 'torus', radiusCm: 2.5, tubeCm: 0.22, material: ACETATE },
            {
              // Domed, so that the room's reflection runs across it instead of flashing at once.
              shape: 'lathe',
              profileCm: [
                [2.45, 0],
                [1.7, 0.2],
                [0.9, 0.31],
                [0, 0.35],
              ],
              rotationDegrees: [90, 0, 0],
              material: GLASS,
            },
          ],
        },
        {
          shape: 'box',
          sizeCm: [0.8, 0.5, 0.3],
          positionCm: [6.2, 3.5, -2.05],
          rotationDegrees: [0, 26, 0],
          material: ACETATE,
        },
        {
          shape: 'box',
          sizeCm: [0.22, 0.14, 0.1],
          positionCm: [6.15, 3.52, -1.85],
          rotationDegrees: [0, 26, 0],
          material: BRASS,
        },
        {
          shape: 'tube',
          radiusCm: 0.16,
          pathCm: [
            [6.5, 3.52, -2.2],
            [7.05, 3.54, -4],
            [7.6, 3.54, -7],
            [8, 3.5, -10.2],
            [8.3, 3.4, -12.6],
            [8.45, 2.8, -14.4],
            [8.4, 1.4, -15.6],
          ],
          material: ACETATE,
        },
      ],
    },
    {
      shape: 'tube',
      radiusCm: 0.18,
      pathCm: [
        [-1.05, 3.35, -1.45],
        [-0.55, 3.75, -1],
        [0, 3.88, -0.85],
        [0.55, 3.75, -1],
        [1.05, 3.35, -1.45],
      ],
      material: ACETATE,
    },
  ],
};
