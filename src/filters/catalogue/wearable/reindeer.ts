import type { Filter } from '../../schema/filter.ts';
import { taper } from '../../shapes/taper.ts';

const ANTLER = { color: '#8a6239', roughness: 0.8 } as const;
const FUR = { color: '#9a6b43', roughness: 1 } as const;
const INNER = { color: '#e7c9a8', roughness: 1 } as const;
const NOSE = { color: '#df1f26', roughness: 0.15, glows: true } as const;

/** Antlers, ears, and a nose that shines through fog. */
export const reindeer: Filter = {
  version: 1,
  id: 'reindeer',
  name: 'Reindeer',
  description: 'Antlers, ears and a shining red nose',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    { shape: 'sphere', radiusCm: 1.75, positionCm: [0, -0.1, 0.1], material: NOSE },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        taper({
          pathCm: [
            [3.4, 14.6, -9.5],
            [4.6, 17, -9.3],
            [6.6, 19, -9],
            [9.2, 20.4, -8.6],
            [10.8, 22.6, -8.2],
          ],
          radiiCm: [0.95, 0.85, 0.75, 0.6, 0.25],
          material: ANTLER,
        }),
        taper({
          pathCm: [
            [4.5, 16.8, -9.3],
            [3.9, 18.9, -8.6],
            [4.2, 20.6, -8.2],
          ],
          radiiCm: [0.65, 0.5, 0.2],
          material: ANTLER,
        }),
        taper({
          pathCm: [
            [7, 19.2, -8.9],
            [7.2, 21.2, -8.4],
            [7.9, 23, -8],
          ],
          radiiCm: [0.6, 0.45, 0.2],
          material: ANTLER,
        }),
        taper({
          pathCm: [
            [8.6, 20, -8.7],
            [10.8, 20, -8.2],
            [12.3, 20.9, -7.9],
          ],
          radiiCm: [0.5, 0.4, 0.2],
          material: ANTLER,
        }),
        {
          shape: 'group',
          positionCm: [8, 12.9, -9.8],
          rotationDegrees: [0, 14, -74],
          parts: [
            {
              shape: 'extrusion',
              outlineCm: [
                [-0.8, -0.8],
                [0.8, -0.8],
                [1.6, 1.6],
                [0.9, 3.8],
                [0, 4.9],
                [-0.9, 3.8],
                [-1.6, 1.6],
              ],
              smooth: true,
              depthCm: 0.8,
              bevelCm: 0.3,
              material: FUR,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [-0.4, 0.2],
                [0.4, 0.2],
                [0.8, 1.8],
                [0, 3.6],
                [-0.8, 1.8],
              ],
              smooth: true,
              depthCm: 0.2,
              positionCm: [0, 0, 0.7],
              material: INNER,
            },
          ],
        },
      ],
    },
  ],
};
