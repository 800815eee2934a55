import type { Filter } from '../../schema/filter.ts';

const SHELL = { color: '#22252b', roughness: 0.3 } as const;
const CUSHION = { color: '#14161a', roughness: 0.9 } as const;
const ACCENT = { color: '#e5482f', roughness: 0.4 } as const;
const BAND = { color: '#2b2f36', roughness: 0.5 } as const;

/** Studio headphones; the cups stand over the ears. */
export const headphones: Filter = {
  version: 1,
  id: 'headphones',
  name: 'Headphones',
  description: 'Large black studio headphones',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'torus',
      radiusCm: 9.5,
      tubeCm: 0.75,
      arcDegrees: 180,
      positionCm: [0, 6.2, -12.6],
      scale: [1, 1.24, 1.5],
      material: BAND,
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        { shape: 'box', sizeCm: [0.9, 4, 1.9], positionCm: [9.6, 5, -12.7], material: ACCENT },
        {
          shape: 'group',
          positionCm: [9.2, 2, -13],
          rotationDegrees: [0, 0, -90],
          scale: [1.15, 1, 0.95],
          parts: [
            {
              shape: 'lathe',
              profileCm: [
                [3, -0.4],
                [3.5, 0.1],
                [3.5, 0.9],
                [3.1, 1.3],
              ],
              material: CUSHION,
            },
            {
              shape: 'lathe',
              profileCm: [
                [3.2, 1.2],
                [3.25, 1.9],
                [2.8, 2.5],
                [1.9, 2.7],
                [0, 2.8],
              ],
              material: SHELL,
            },
            {
              shape: 'torus',
              radiusCm: 2.1,
              tubeCm: 0.14,
              positionCm: [0, 2.7, 0],
              rotationDegrees: [90, 0, 0],
              material: ACCENT,
            },
          ],
        },
      ],
    },
  ],
};
