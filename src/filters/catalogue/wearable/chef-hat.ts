import type { Filter } from '../../schema/filter.ts';
import { blob } from '../../shapes/blob.ts';
import { hat } from '../../shapes/hat.ts';

const LINEN = { color: '#f8f7f3', roughness: 0.95 } as const;
const FOLD = { color: '#e6e4de', roughness: 0.95 } as const;

/** A toque: a starched band and a crown full of folds. */
export const chefHat: Filter = {
  version: 1,
  id: 'chef-hat',
  name: 'Chef hat',
  description: 'A white toque with a puffed crown',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.6,
      tiltDegrees: [-2, 0, 4],
      parts: [
        {
          shape: 'lathe',
          // From inside the band, so that it is not looked into from below.
          profileCm: [
            [0, 1.4],
            [8.75, -0.35],
            [8.6, 4.6],
          ],
          material: LINEN,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.5, 4.4],
            [9.6, 6],
            [8.6, 9.8],
            [5, 10.6],
            [0, 10.9],
          ],
          material: FOLD,
        },
        {
          shape: 'group',
          ring: 9,
          parts: [blob({ radiiCm: [3.2, 3.3, 2.5], positionCm: [0, 7.4, 8.2], material: LINEN })],
        },
        {
          shape: 'group',
          ring: 5,
          parts: [blob({ radiiCm: [3, 2.2, 3], positionCm: [0, 9.6, 4.2], material: LINEN })],
        },
      ],
    }),
  ],
};
