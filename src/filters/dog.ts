import type { Filter } from './filter.ts';
import { facePaint } from './shapes/face-paint.ts';

const FUR = { color: '#8a5a34', roughness: 1 } as const;
const INNER = { color: '#c79a74', roughness: 1 } as const;
const NOSE = { color: '#1d1718', roughness: 0.25 } as const;
const TONGUE = { color: '#ea7187', roughness: 0.5 } as const;
const GROOVE = { color: '#cf5069', roughness: 0.6 } as const;

/** A friendly dog: ears that hang, a wet nose, a tongue. */
export const dog: Filter = {
  version: 1,
  id: 'dog',
  name: 'Dog',
  description: 'Hanging ears, a black nose and a tongue',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        d: 'M0 4 C8 0 24 0 32 9 C40 18 34 28 25 29 C14 30 5 27 0 21 Z',
        fill: '#f2e4d2',
        opacity: 0.85,
        mirrored: true,
      },
      {
        d: 'M19 12 h0.01 M27 15 h0.01 M20 20 h0.01 M28 22 h0.01',
        stroke: '#6f4c33',
        strokeWidth: 2,
        mirrored: true,
      },
      { d: 'M0 8 L0 22', stroke: '#4c3325', strokeWidth: 1.8 },
      // A patch of darker fur around one eye, the eye itself left free.
      {
        d: 'M32 -58 C50 -60 60 -46 59 -32 C58 -16 44 -9 30 -11 C16 -13 9 -24 11 -38 C13 -50 20 -57 32 -58 Z M32 -41 C22 -41 15 -35 14 -32 C18 -27 24 -23 33 -23 C42 -23 49 -28 51 -32 C47 -37 41 -41 32 -41 Z',
        fill: '#8a5a34',
        fillRule: 'evenodd',
        opacity: 0.8,
      },
    ]),
  ],
  parts: [
    { shape: 'sphere', radiusCm: 1.7, positionCm: [0, 0.35, 0.35], scale: [1.1, 0.8, 0.75], material: NOSE },
    {
      shape: 'group',
      positionCm: [0, -3.9, -1.5],
      rotationDegrees: [10, 0, 0],
      parts: [
        {
          shape: 'extrusion',
          outlineCm: [
            [-1.25, 0.3],
            [1.25, 0.3],
            [1.5, -1.6],
            [1.35, -3.4],
            [0, -4.4],
            [-1.35, -3.4],
            [-1.5, -1.6],
          ],
          smooth: true,
          depthCm: 0.5,
          bevelCm: 0.2,
          material: TONGUE,
        },
        { shape: 'box', sizeCm: [0.14, 2.8, 0.1], positionCm: [0, -1.3, 0.44], material: GROOVE },
      ],
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          // Out of the head above the temple, then hanging down beside it.
          shape: 'group',
          positionCm: [7.1, 13.4, -9.6],
          rotationDegrees: [-4, 30, 12],
          parts: [
            {
              shape: 'extrusion',
              outlineCm: [
                [-1.6, 1.4],
                [1, 1.6],
                [3.2, 0.4],
                [4.3, -2.6],
                [4.3, -6],
                [2.9, -8.4],
                [1, -7.6],
                [-0.4, -4.8],
                [-1.5, -1.6],
              ],
              smooth: true,
              depthCm: 0.9,
              bevelCm: 0.4,
              material: FUR,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [1, -0.2],
                [2.6, -1.4],
                [3.3, -4.2],
                [2.7, -6.9],
                [1.5, -6.1],
                [0.6, -3.4],
              ],
              smooth: true,
              depthCm: 0.2,
              positionCm: [0, 0, 0.82],
              material: INNER,
            },
          ],
        },
      ],
    },
  ],
};
