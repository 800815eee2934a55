import type { Filter } from './filter.ts';
import { taper } from './shapes/taper.ts';

const HORN = { color: '#b3141f', roughness: 0.35 } as const;
const RING = { color: '#8f0f19', roughness: 0.35 } as const;

/** Two red horns out of the hair above the brows. */
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
      parts: taper({
        pathCm: [
          [4, 12.6, -5.2],
          [4.9, 14.5, -4.5],
          [5.8, 16.1, -4],
          [6.3, 17.7, -3.9],
          [6.3, 19.2, -4.2],
          [5.8, 20.6, -4.8],
        ],
        radiiCm: [1.75, 1.55, 1.25, 0.9, 0.5, 0],
        material: HORN,
        other: RING,
      }),
    },
  ],
};
