import type { Filter } from '../../schema/filter.ts';
import { smallBlob } from '../../shapes/blob.ts';
import { bentBrim, creasedCrown } from '../../shapes/felt-hat.ts';
import { hat } from '../../shapes/hat.ts';

const LEATHER = { color: '#94623a', roughness: 0.75 } as const;
const STITCHES = { color: '#6d4525', roughness: 0.75 } as const;
const BAND = { color: '#3d2413', roughness: 0.6 } as const;
const SILVER = { color: '#dfe3e8', metalness: 1, roughness: 0.25 } as const;

/** A hat of the West: the brim rises at the sides and dips before and behind. */
export const cowboyHat: Filter = {
  version: 1,
  id: 'cowboy-hat',
  name: 'Cowboy hat',
  description: 'A brown leather hat with a rolled brim',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.2,
      tiltDegrees: [-4, 0, 0],
      parts: [
        ...bentBrim({
          fromCm: 8.2,
          sideCm: 14.4,
          frontCm: 12.6,
          rollCm: 4.6,
          dipCm: 1,
          material: LEATHER,
          piping: STITCHES,
        }),
        creasedCrown({ radiusCm: 8.5, heightCm: 10, creaseCm: 1.8, material: LEATHER }),
        {
          shape: 'lathe',
          profileCm: [
            [8.5, 0.1],
            [8.68, 0.25],
            [8.6, 1.7],
            [8.4, 1.85],
          ],
          material: BAND,
        },
        {
          shape: 'group',
          ring: 6,
          parts: [smallBlob({ radiiCm: [0.6, 0.6, 0.25], positionCm: [0, 1, 8.62], material: SILVER })],
        },
      ],
    }),
  ],
};
