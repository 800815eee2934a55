import type { Filter } from './filter.ts';
import type { Part } from './part-schema.ts';
import { hat } from './shapes/hat.ts';
import { starPoints } from './shapes/path-data.ts';
import { taper } from './shapes/taper.ts';

const CLOTH = { color: '#34307e', roughness: 0.8 } as const;
const BAND = { color: '#e2b23c', roughness: 0.5 } as const;
const STAR = { color: '#ffd966', shading: 'flat' } as const;

/** A star stitched to the cone at an angle around it and a height. */
const stitched = (aroundDegrees: number, y: number, radius: number): Part => {
  const reach = 8.4 - 0.655 * y;
  return {
    shape: 'group',
    rotationDegrees: [0, aroundDegrees, 0],
    parts: [
      {
        shape: 'extrusion',
        outlineCm: starPoints([0, 0], radius)
          .map(([x, up]): [number, number] => [x, -up])
          .reverse(),
        depthCm: 0.12,
        positionCm: [0, y, reach + 0.12],
        rotationDegrees: [-33, 0, 0],
        material: STAR,
      },
    ],
  };
};

/** The pointed hat of those who study stars. */
export const wizardHat: Filter = {
  version: 1,
  id: 'wizard-hat',
  name: 'Wizard hat',
  description: 'A bent blue hat with golden stars',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.6,
      tiltDegrees: [2, 0, 3],
      parts: [
        {
          shape: 'lathe',
          twoSided: true,
          profileCm: [
            [8, 0.3],
            [10.2, -0.1],
            [12, 0.2],
            [12.8, 0.7],
          ],
          material: CLOTH,
        },
        ...taper({
          pathCm: [
            [0, 0, 0],
            [0, 5.5, 0],
            [0.2, 9.5, -0.3],
            [1.2, 12.3, -0.7],
            [3.3, 14, -0.9],
          ],
          radiiCm: [8.4, 4.8, 2.9, 1.6, 0],
          material: CLOTH,
        }),
        {
          shape: 'lathe',
          profileCm: [
            [8.3, 0.2],
            [8.45, 0.3],
            [7.35, 1.8],
            [7.1, 1.9],
          ],
          material: BAND,
        },
        stitched(0, 4.2, 1.4),
        stitched(-38, 6.4, 0.8),
        stitched(40, 3.4, 0.9),
        stitched(28, 7.4, 0.6),
        stitched(-60, 3.2, 1.2),
        stitched(75, 5.2, 1.1),
        stitched(-95, 5, 0.8),
        stitched(110, 3, 1),
      ],
    }),
  ],
};
