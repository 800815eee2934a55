import type { Filter } from '../../schema/filter.ts';
import { eyePatchParts } from '../../shapes/eye-patch.ts';
import { hat } from '../../shapes/hat.ts';
import { circle } from '../../shapes/path-data.ts';

const FELT = { color: '#1d1b1f', roughness: 0.85 } as const;
const TRIM = { color: '#d9b04a', roughness: 0.5 } as const;
const BONE = '#f3eee2';

/** The turned-up brim as it is seen from the front, half of it. */
const FRONT: [number, number][] = [
  [0, 0],
  [6, 0.2],
  [10.5, 1.6],
  [13.4, 4.6],
  [11.4, 5.4],
  [8.6, 6.8],
  [5, 9],
  [0, 10.2],
];
const outline = [
  ...FRONT,
  ...FRONT.slice(1, -1)
    .reverse()
    .map(([x, y]): [number, number] => [-x, y]),
];

/** Captain of a ship: hat with skull and bones, a patch, an earring. */
export const pirate: Filter = {
  version: 1,
  id: 'pirate',
  name: 'Pirate',
  description: 'A captain’s hat with skull and bones, an eye patch and an earring',
  group: 'look',
  onFailure: 'open',
  pictures: [
    {
      viewBox: [-40, -40, 80, 80],
      widthCm: 7.4,
      positionCm: [0, 15.3, -0.9],
      rotationDegrees: [-14, 0, 0],
      surface: 'flat',
      shapes: [
        { d: 'M-30 12 L30 34 M30 12 L-30 34', stroke: BONE, strokeWidth: 6 },
        {
          d: [
            [-32, 9],
            [-33, 14],
            [32, 9],
            [33, 14],
            [-32, 37],
            [-33, 32],
            [32, 37],
            [33, 32],
          ]
            .map(([x = 0, y = 0]) => circle([x, y], 4))
            .join(' '),
          fill: BONE,
        },
        {
          d: 'M0 -32 C18 -32 24 -20 23 -8 C22 2 16 4 14 8 L13 18 H-13 L-14 8 C-16 4 -22 2 -23 -8 C-24 -20 -18 -32 0 -32 Z',
          fill: BONE,
        },
        { d: `${circle([9.5, -9], 6.2)} ${circle([-9.5, -9], 6.2)} M0 -2 L4 6 H-4 Z`, fill: '#1d1b1f' },
        { d: 'M-6 10 V18 M0 10 V18 M6 10 V18', stroke: '#1d1b1f', strokeWidth: 1.8 },
      ],
    },
  ],
  parts: [
    hat({
      heightCm: 10.6,
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [8.5, -0.4],
            [8.2, 3.5],
            [6.8, 6.2],
            [4, 7.6],
            [0, 8],
          ],
          material: FELT,
        },
        {
          shape: 'extrusion',
          outlineCm: outline,
          depthCm: 0.35,
          positionCm: [0, -0.2, 8.5],
          rotationDegrees: [-12, 0, 0],
          material: FELT,
        },
        {
          shape: 'extrusion',
          outlineCm: outline,
          depthCm: 0.35,
          positionCm: [0, 0.9, -8.1],
          rotationDegrees: [12, 0, 0],
          material: FELT,
        },
        {
          shape: 'tube',
          radiusCm: 0.28,
          pathCm: FRONT.slice(3)
            .concat(
              FRONT.slice(3, -1)
                .reverse()
                .map(([x, y]): [number, number] => [-x, y]),
            )
            .map(([x, y]): [number, number, number] => [x, y, 0.1]),
          positionCm: [0, -0.2, 8.5],
          rotationDegrees: [-12, 0, 0],
          material: TRIM,
        },
      ],
    }),
    ...eyePatchParts({ color: '#17171a', roughness: 0.5 }, { color: '#242428', roughness: 0.7 }),
    {
      shape: 'torus',
      radiusCm: 0.95,
      tubeCm: 0.16,
      positionCm: [8.9, -2.3, -13.2],
      rotationDegrees: [0, 70, 0],
      material: { color: '#e6b64c', metalness: 1, roughness: 0.25 },
    },
  ],
};
