import type { Filter } from './filter.ts';
import { foldedPlate, hat } from './shapes/hat.ts';

const LEATHER = { color: '#8a5a33', roughness: 0.75 } as const;
const BAND = { color: '#3d2413', roughness: 0.6 } as const;
const SILVER = { color: '#dfe3e8', metalness: 1, roughness: 0.25 } as const;
const HALF_WIDTH_CM = 13;

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
      heightCm: 10.8,
      tiltDegrees: [-2, 0, 0],
      parts: [
        ...foldedPlate({
          reachCm: (x) => {
            const reach = 11.2 * Math.sqrt(Math.max(0, 1 - (x / HALF_WIDTH_CM) ** 2.2));
            return { front: reach, back: reach };
          },
          folds: [
            { toCm: 6.5, riseDegrees: 0 },
            { toCm: 8.8, riseDegrees: 12 },
            { toCm: 10.2, riseDegrees: 32 },
            { toCm: 11.6, riseDegrees: 52 },
            { toCm: HALF_WIDTH_CM, riseDegrees: 66 },
          ],
          thickCm: 0.35,
          material: LEATHER,
        }),
        {
          shape: 'lathe',
          profileCm: [
            [8.4, -0.3],
            [8.1, 3],
            [7.3, 7.2],
            [6.2, 8.9],
            [5, 9.3],
            [3, 8.6],
            [0, 7.6],
          ],
          scale: [0.94, 1, 1],
          material: LEATHER,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.45, 0.2],
            [8.55, 0.3],
            [8.35, 1.9],
            [8.2, 2],
          ],
          scale: [0.94, 1, 1],
          material: BAND,
        },
        {
          shape: 'group',
          ring: 6,
          parts: [
            {
              shape: 'sphere',
              radiusCm: 0.55,
              positionCm: [0, 1.1, 8.45],
              scale: [1, 1, 0.4],
              material: SILVER,
            },
          ],
        },
      ],
    }),
  ],
};
