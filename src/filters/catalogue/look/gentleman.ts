import type { Filter } from '../../schema/filter.ts';
import { handlebar } from '../../shapes/facial-hair.ts';
import { topHat } from '../wearable/top-hat.ts';

const GOLD = { color: '#d8b25c', metalness: 1, roughness: 0.25 } as const;
const GLASS = { color: '#b9cbd2', roughness: 0.08, opacity: 0.08 } as const;

/** Top hat, monocle and a waxed moustache. */
export const gentleman: Filter = {
  version: 1,
  id: 'gentleman',
  name: 'Gentleman',
  description: 'A top hat, a monocle on its chain and a moustache',
  group: 'look',
  onFailure: 'open',
  parts: [
    ...(topHat.parts ?? []),
    handlebar({ color: '#3a2a20', roughness: 0.7 }),
    {
      shape: 'group',
      positionCm: [3.4, 3, -1.9],
      rotationDegrees: [-6, 14, 0],
      parts: [
        { shape: 'torus', radiusCm: 2.3, tubeCm: 0.16, material: GOLD },
        {
          shape: 'lathe',
          profileCm: [
            [2.25, 0],
            [1.2, 0.24],
            [0, 0.32],
          ],
          rotationDegrees: [90, 0, 0],
          material: GLASS,
        },
      ],
    },
    {
      shape: 'tube',
      radiusCm: 0.08,
      pathCm: [
        [5.5, 2.2, -2.4],
        [6.9, -0.6, -3.4],
        [7.2, -4.2, -4.6],
        [7, -8.5, -5.6],
        [6.2, -12.5, -5.5],
      ],
      material: GOLD,
    },
  ],
};
