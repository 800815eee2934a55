import type { Filter } from '../../schema/filter.ts';
import { ear } from '../../shapes/ear.ts';
import { headband } from '../../shapes/headband.ts';

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
          parts: ear({
            heightCm: 5.4,
            halfWidthsCm: [2.2, 2.65, 2.5, 2.05, 1.5, 0.85, 0.02],
            fur: FUR,
            lining: PINK,
          }),
        },
      ],
    },
  ],
};
