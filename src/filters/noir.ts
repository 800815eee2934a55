import type { Filter } from './filter.ts';

const FELT = { color: '#444342', roughness: 0.85 } as const;
const RIBBON = { color: '#141416', roughness: 0.5 } as const;

/** A detective's hat in a black-and-white film: something worn and a grade in one. */
export const noir: Filter = {
  version: 1,
  id: 'noir',
  name: 'Film noir',
  description: 'A felt hat, and the whole picture in black and white',
  group: 'look',
  onFailure: 'open',
  grade: { lut: 'noir.cube', strength: 1 },
  parts: [
    {
      shape: 'group',
      positionCm: [0, 10.6, -12.4],
      rotationDegrees: [-3, 0, -4],
      scale: [1.02, 1, 1.28],
      parts: [
        {
          shape: 'lathe',
          twoSided: true,
          profileCm: [
            [8.2, 0.1],
            [10.4, -0.25],
            [11.3, 0],
            [11.9, 0.7],
          ],
          material: FELT,
        },
        {
          // Up the crown and over to the dent on top.
          shape: 'lathe',
          profileCm: [
            [8.4, -0.1],
            [8.2, 2.4],
            [7.5, 6.8],
            [6.6, 8.2],
            [5.2, 8.7],
            [3.2, 8.2],
            [0, 7.2],
          ],
          material: FELT,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.42, 0.2],
            [8.5, 0.25],
            [8.3, 2.6],
            [8.2, 2.65],
          ],
          material: RIBBON,
        },
      ],
    },
  ],
};
