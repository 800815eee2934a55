import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';

const STRAW = { color: '#e3c07c', roughness: 0.9 } as const;
const RIBBON = { color: '#2f6f8f', roughness: 0.7 } as const;

/** A wide straw hat for the garden, its brim hanging a little. */
export const sunHat: Filter = {
  version: 1,
  id: 'sun-hat',
  name: 'Straw hat',
  description: 'A wide straw hat with a blue ribbon',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.6,
      tiltDegrees: [-3, 0, -3],
      parts: [
        {
          shape: 'lathe',
          twoSided: true,
          profileCm: [
            [8, 0.4],
            [11, 0.3],
            [13, -0.4],
            [14.8, -1.3],
          ],
          material: STRAW,
        },
        {
          shape: 'torus',
          radiusCm: 14.8,
          tubeCm: 0.22,
          positionCm: [0, -1.3, 0],
          rotationDegrees: [90, 0, 0],
          material: STRAW,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.5, 0],
            [8.1, 3.6],
            [7, 6],
            [4.8, 7.3],
            [2.2, 7.8],
            [0, 7.9],
          ],
          material: STRAW,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.55, 0.4],
            [8.65, 0.5],
            [8.3, 2.9],
            [8.1, 3],
          ],
          material: RIBBON,
        },
      ],
    }),
  ],
};
