import type { Filter } from './filter.ts';
import { hat } from './shapes/hat.ts';
import { taper } from './shapes/taper.ts';

const FELT = { color: '#c8202c', roughness: 0.95 } as const;
const FUR = { color: '#f7f3ec', roughness: 1 } as const;

/** A red cap whose tip falls to the wearer's left. */
export const santaHat: Filter = {
  version: 1,
  id: 'santa-hat',
  name: 'Santa hat',
  description: 'A red cap with white fur and a falling tip',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.4,
      tiltDegrees: [-9, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [8.2, -0.9],
            [9, -1.2],
            [9.7, -0.6],
            [9.9, 0.4],
            [9.6, 1.4],
            [8.9, 1.9],
            [8.2, 1.7],
          ],
          material: FUR,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.7, 1],
            [8.2, 3.6],
            [7.1, 6.3],
            [5.7, 8.4],
          ],
          material: FELT,
        },
        ...taper({
          pathCm: [
            [0, 8.35, 0],
            [0.9, 10.2, 0],
            [2.8, 11.6, 0],
            [5.4, 11.9, 0.2],
            [8, 10.6, 0.6],
            [9.8, 8, 1],
            [10.6, 5, 1.4],
          ],
          radiiCm: [5.75, 5, 4.2, 3.4, 2.6, 1.8, 1],
          material: FELT,
        }),
        { shape: 'sphere', radiusCm: 1.9, positionCm: [10.8, 3.9, 1.6], scale: [1, 1, 0.8], material: FUR },
      ],
    }),
  ],
};
