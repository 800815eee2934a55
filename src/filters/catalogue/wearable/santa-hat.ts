import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';
import { taper } from '../../shapes/taper.ts';

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
      heightCm: 10,
      tiltDegrees: [-8, 0, 0],
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
        // One cloth from the fur up and over to the tip.
        taper({
          pathCm: [
            [0, 0.6, 0],
            [0.1, 3, 0],
            [0.5, 5.8, 0],
            [1.6, 8.6, 0],
            [3.8, 10.6, 0.1],
            [6.6, 11, 0.3],
            [9.2, 9.6, 0.7],
            [10.6, 7, 1.1],
            [10.9, 4.2, 1.5],
          ],
          radiiCm: [8.9, 8.6, 7.7, 6.3, 4.8, 3.7, 2.8, 2, 1.2],
          material: FELT,
        }),
        { shape: 'sphere', radiusCm: 1.9, positionCm: [10.9, 3.2, 1.6], scale: [1, 1, 0.8], material: FUR },
      ],
    }),
  ],
};
