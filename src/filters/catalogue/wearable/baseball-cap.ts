import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';
import { starPoints } from '../../shapes/path-data.ts';
import { surface } from '../../shapes/surface.ts';

const CLOTH = { color: '#1f4684', roughness: 0.9 } as const;
const PEAK = { color: '#17345f', roughness: 0.85 } as const;
const SEAM = { color: '#183a6e', roughness: 0.9 } as const;
const STITCHED = { color: '#f2efe6', roughness: 0.9 } as const;
const CROWN: [number, number][] = [
  [8.8, -0.6],
  [8.9, 2],
  [8.35, 4.8],
  [6.9, 7.2],
  [4.6, 8.7],
  [2.2, 9.3],
  [0, 9.4],
];

/** The peak: how far it reaches from the crown, and how its sides hang, across and outwards. */
const peakAt = (across: number, out: number): [number, number, number] => {
  const side = 2 * across - 1;
  const angle = 0.98 * side;
  const reach = 7.4 * Math.sqrt(Math.max(0, 1 - 0.94 * side ** 4)) * out;
  const x = (8.5 + 0.12 * reach) * Math.sin(angle);
  return [x, 0.5 - 1.7 * side * side * (0.5 + 0.5 * out) - 0.14 * reach, 8.5 * Math.cos(angle) + reach];
};

/** A cap with its peak to the front. */
export const baseballCap: Filter = {
  version: 1,
  id: 'baseball-cap',
  name: 'Baseball cap',
  description: 'A blue cap with a curved peak',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 9,
      tiltDegrees: [-7, 0, 0],
      parts: [
        { shape: 'lathe', profileCm: CROWN, material: CLOTH },
        {
          // Seams between the six pieces of the crown.
          shape: 'group',
          ring: 6,
          rotationDegrees: [0, 30, 0],
          parts: [
            {
              shape: 'tube',
              radiusCm: 0.12,
              pathCm: CROWN.slice(0, -1).map(([radius, y]): [number, number, number] => [
                0,
                y,
                radius + 0.02,
              ]),
              material: SEAM,
            },
          ],
        },
        { shape: 'sphere', radiusCm: 0.7, positionCm: [0, 9.4, 0], scale: [1, 0.6, 0.8], material: SEAM },
        surface({
          rows: 6,
          columns: 16,
          twoSided: true,
          material: PEAK,
          at: (across, up) => peakAt(across, 1 - up),
        }),
        {
          shape: 'tube',
          radiusCm: 0.16,
          pathCm: Array.from({ length: 13 }, (_, index) => peakAt(index / 12, 1)),
          material: SEAM,
        },
        {
          // A star, stitched on and leaning back with the crown.
          shape: 'extrusion',
          outlineCm: starPoints([0, 0], 1.9)
            .map(([x, up]): [number, number] => [x, -up])
            .reverse(),
          depthCm: 0.2,
          positionCm: [0, 4.4, 8.5],
          rotationDegrees: [-16, 0, 0],
          material: STITCHED,
        },
      ],
    }),
  ],
};
