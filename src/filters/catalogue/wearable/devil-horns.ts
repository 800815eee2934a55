import type { Filter } from '../../schema/filter.ts';
import { taper } from '../../shapes/taper.ts';

const HORN = { color: '#b3141f', roughness: 0.35 } as const;
const TIP = { color: '#4d0a10', roughness: 0.35 } as const;

/** Two red horns out of the hair above the brows, dark at their tips. */
export const devilHorns: Filter = {
  version: 1,
  id: 'devil-horns',
  name: 'Devil horns',
  description: 'Two shining red horns',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        taper({
          // Rounded off where it leaves the hair.
          pathCm: [
            [3.75, 11.7, -5.6],
            [3.9, 12.2, -5.35],
            [4.2, 13.1, -5],
            [5.1, 15, -4.4],
            [5.9, 16.6, -4],
            [6.3, 18.2, -4],
          ],
          radiiCm: [0.9, 1.5, 1.75, 1.5, 1.15, 0.72],
          material: HORN,
        }),
        taper({
          pathCm: [
            [6.25, 17.7, -4],
            [6.35, 18.6, -4.1],
            [6.2, 19.8, -4.4],
            [5.6, 21.2, -5],
          ],
          radiiCm: [0.84, 0.66, 0.4, 0],
          material: TIP,
        }),
      ],
    },
  ],
};
