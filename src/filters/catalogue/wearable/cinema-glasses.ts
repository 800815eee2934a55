import type { Filter } from '../../schema/filter.ts';
import { lensCard } from '../../shapes/spectacles.ts';
import { along, surface } from '../../shapes/surface.ts';

const CARD = { color: '#f4f1ea', roughness: 0.9 } as const;
const HOLE = 'M14 -14 H58 L55 12 Q54 15 50 15 H24 Q20 15 18 11 Z';
const FACE_HOLE = 'M-14 -14 H-58 L-55 12 Q-54 15 -50 15 H-24 Q-20 15 -18 11 Z';

/** Cardboard glasses of the 3-D cinema. */
export const cinemaGlasses: Filter = {
  version: 1,
  id: 'cinema-glasses',
  name: '3-D glasses',
  description: 'Cardboard cinema glasses, one lens red, one cyan',
  group: 'wearable',
  onFailure: 'open',
  pictures: [
    lensCard([
      {
        d: 'M0 -21 H64 Q69 -21 68 -16 L63 16 Q62 22 56 22 H20 Q13 22 10 14 C7 5 4 0 0 0 Z',
        fill: '#f4f1ea',
        mirrored: true,
      },
      // The seam in the middle would show as a hair of light.
      { d: 'M-3 -21 H3 V0 H-3 Z', fill: '#f4f1ea' },
      { d: HOLE, mirrored: true, erase: true, fill: '#000000' },
      { d: HOLE, fill: '#1aa7c8', opacity: 0.72 },
      { d: FACE_HOLE, fill: '#d8202b', opacity: 0.72 },
      {
        d: 'M20 8 L32 -12 L37 -12 L25 8 Z M-44 8 L-32 -12 L-27 -12 L-39 8 Z',
        fill: '#ffffff',
        opacity: 0.22,
      },
      { d: HOLE, mirrored: true, stroke: '#d9d4c8', strokeWidth: 1.2 },
    ]),
  ],
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        // One strip of card, folded at the hinge and bent along the temple.
        surface({
          rows: 1,
          columns: 8,
          twoSided: true,
          material: CARD,
          at: (back, up) => [
            along([6.6, 7.35, 7.7, 7.95, 8.15, 8.3, 8.4, 8.4, 8.35], back),
            along([3.4, 3.35, 3.3, 3.25, 3.2, 3.1, 2.8, 2.3, 1.7], back) + 1.3 * up,
            along([-1.6, -2.4, -4.2, -6.2, -8.2, -10.2, -12.2, -13.8, -15], back),
          ],
        }),
      ],
    },
  ],
};
