import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { blossom } from '../../shapes/blossom.ts';
import { ear } from '../../shapes/ear.ts';
import { taper } from '../../shapes/taper.ts';

const PEARL = { color: '#fbf1f7', roughness: 0.3 } as const;
const GOLD = { color: '#e6b64c', metalness: 1, roughness: 0.3 } as const;
const FUR = { color: '#fdfbfd', roughness: 1 } as const;
const PINK = { color: '#f4b6cd', roughness: 1 } as const;
const MANE = ['#f49ac1', '#c79be8', '#8fc7f2', '#f8c4dc', '#b6a4f0'] as const;
const BLOSSOMS = [
  [-2.3, 11, -2.8, 0.9, '#f4a7b9'],
  [0, 10.4, -1.9, 0.8, '#fdf3ea'],
  [2.3, 11, -2.8, 0.9, '#c9a3dd'],
] as const;
const HEIGHT_CM = 9.5;
const TURNS = 3;
const STEPS = 19;

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
          parts: ear({
            heightCm: 4.8,
            halfWidthsCm: [1.2, 1.6, 1.75, 1.6, 1.25, 0.75, 0.02],
            fur: FUR,
            lining: PINK,
            small: true,
          }),
        },
      ],
    },
    // Locks of the mane, from behind the horn over the top of the head.
    ...MANE.map((color, lock) => {
      const x = 1.35 * (lock - 2);
      const wave = lock % 2 === 0 ? 0.5 : -0.5;
      return taper({
        pathCm: [
          [x * 0.6, 12.8, -4.2],
          [x * 0.9 + wave, 16 - 0.1 * x * x, -5],
          [x * 1.3 - wave, 18.2 - 0.16 * x * x, -8.8],
          [x * 1.6 + wave, 17 - 0.16 * x * x, -13],
        ],
        radiiCm: [0.7, 1.25, 1.25, 0.1],
        material: { color, roughness: 0.85 },
      });
    }),
    // Blossoms about the root of the horn.
    ...BLOSSOMS.map(
      ([x, y, z, size, color]): Part => ({
        shape: 'group',
        positionCm: [x, y, z],
        rotationDegrees: [-22, 9 * x, 0],
        parts: [blossom(color, size)],
      }),
    ),
  ],
};
