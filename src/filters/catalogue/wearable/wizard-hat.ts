import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { hat } from '../../shapes/hat.ts';
import { starPoints } from '../../shapes/path-data.ts';
import { surface, turn } from '../../shapes/surface.ts';
import { taper } from '../../shapes/taper.ts';

const CLOTH = { color: '#34307e', roughness: 0.8 } as const;
const BAND = { color: '#e2b23c', roughness: 0.5 } as const;
const STAR = { color: '#ffd966', shading: 'flat' } as const;

/** A star stitched to the cone at an angle around it and a height. */
const stitched = (aroundDegrees: number, y: number, radius: number): Part => {
  const reach = 9 - 0.56 * y;
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
        rotationDegrees: [-29, 0, 0],
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
      heightCm: 10.1,
      tiltDegrees: [2, 0, 3],
      parts: [
        // A wide brim that has been rained on.
        surface({
          rows: 4,
          columns: 32,
          closed: true,
          twoSided: true,
          material: CLOTH,
          at: (share, inwards) => {
            const { sin, cos } = turn(share);
            const out = 1 - inwards;
            const radius = 8.6 + 5.2 * out;
            const wave = Math.sin(6 * Math.PI * share + 0.6) + 0.6 * Math.sin(10 * Math.PI * share);
            return [radius * sin, 0.3 + out * out * (0.5 * wave - 0.3), 0.96 * radius * cos];
          },
        }),
        taper({
          pathCm: [
            [0, 0, 0],
            [0, 3, 0],
            [-0.1, 6.5, 0],
            [-0.5, 9.6, -0.2],
            [-0.3, 12.2, -0.5],
            [1.2, 14.4, -0.7],
            [3.6, 15.2, -0.8],
            [5.4, 14.6, -0.8],
          ],
          radiiCm: [9, 7.4, 5.4, 3.9, 2.9, 1.9, 1, 0.25],
          material: CLOTH,
        }),
        {
          shape: 'lathe',
          profileCm: [
            [8.9, 0.2],
            [9.1, 0.3],
            [8.3, 1.9],
            [8, 2],
          ],
          material: BAND,
        },
        stitched(0, 4.2, 1.4),
        stitched(-38, 6.4, 0.8),
        stitched(40, 3.4, 0.9),
        stitched(28, 7.4, 0.6),
        stitched(-60, 3.2, 1.2),
        stitched(75, 5.2, 1.1),
      ],
    }),
  ],
};
