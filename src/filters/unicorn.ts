import type { Filter } from './filter.ts';
import { taper } from './shapes/taper.ts';

const PEARL = { color: '#fbf1f7', roughness: 0.3 } as const;
const GOLD = { color: '#e6b64c', metalness: 1, roughness: 0.3 } as const;
const FUR = { color: '#fdfbfd', roughness: 1 } as const;
const PINK = { color: '#f4b6cd', roughness: 1 } as const;
const MANE = ['#f49ac1', '#c79be8', '#8fc7f2', '#f8c4dc'] as const;
const HEIGHT_CM = 9.5;
const TURNS = 4.5;
const STEPS = 34;

/** A thread of gold that climbs the horn. */
const spiral = Array.from({ length: STEPS + 1 }, (_, step): [number, number, number] => {
  const share = step / STEPS;
  const angle = 2 * Math.PI * TURNS * share;
  const radius = 1.32 * (1 - share);
  return [radius * Math.cos(angle), HEIGHT_CM * share, radius * Math.sin(angle)];
});

/** A horn wound with gold, small ears and a mane. */
export const unicorn: Filter = {
  version: 1,
  id: 'unicorn',
  name: 'Unicorn',
  description: 'A pearl horn with a golden thread, ears and a mane',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 11, -3.4],
      rotationDegrees: [24, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [1.35, -0.8],
            [1.3, 0],
            [0, HEIGHT_CM],
          ],
          material: PEARL,
        },
        { shape: 'tube', radiusCm: 0.13, pathCm: spiral, material: GOLD },
      ],
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [5.5, 14.4, -8.6],
          rotationDegrees: [-4, 12, -22],
          parts: [
            {
              shape: 'extrusion',
              outlineCm: [
                [-1.5, -1.2],
                [1.5, -1.2],
                [1.7, 1],
                [1.1, 2.9],
                [0, 4.6],
                [-1.1, 2.9],
                [-1.7, 1],
              ],
              smooth: true,
              depthCm: 0.8,
              bevelCm: 0.3,
              material: FUR,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [-0.8, -0.6],
                [0.8, -0.6],
                [0.8, 1],
                [0, 3.1],
                [-0.8, 1],
              ],
              smooth: true,
              depthCm: 0.2,
              positionCm: [0, 0, 0.7],
              material: PINK,
            },
          ],
        },
      ],
    },
    // Locks of the mane, from the horn over the top of the head.
    ...MANE.flatMap((color, lock) =>
      [0, 1].flatMap((side) => {
        const x = -2.7 + 1.8 * lock + 0.45 * side;
        return taper({
          pathCm: [
            [x * 0.5, 12.6 - 0.1 * lock, -4],
            [x * 0.8, 15.6, -5.4 - side],
            [x * 1.15, 17.6 - 0.5 * side, -8.6],
            [x * 1.35, 17.3 - side, -12 + side],
          ],
          radiiCm: [0.3, 1, 1.15, 0],
          material: { color, roughness: 0.8 },
        });
      }),
    ),
  ],
};
