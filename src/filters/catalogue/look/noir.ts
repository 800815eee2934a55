import type { Filter } from '../../schema/filter.ts';
import { bentBrim, creasedCrown } from '../../shapes/felt-hat.ts';
import { hat } from '../../shapes/hat.ts';

const FELT = { color: '#4a4947', roughness: 0.85 } as const;
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
    hat({
      heightCm: 9.9,
      tiltDegrees: [-2, 0, -5],
      parts: [
        ...bentBrim({
          fromCm: 8.2,
          sideCm: 12.2,
          frontCm: 12,
          rollCm: 1,
          dipCm: 0.9,
          material: FELT,
          piping: RIBBON,
        }),
        creasedCrown({ radiusCm: 8.5, heightCm: 9.4, creaseCm: 2, material: FELT }),
        {
          shape: 'lathe',
          profileCm: [
            [8.5, 0.1],
            [8.66, 0.25],
            [8.58, 2.7],
            [8.4, 2.8],
          ],
          material: RIBBON,
        },
      ],
    }),
  ],
};
