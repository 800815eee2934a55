import type { Filter } from './filter.ts';
import { hat } from './shapes/hat.ts';

const WOOL = { color: '#c8443c', roughness: 1 } as const;
const RIB = { color: '#b3372f', roughness: 1 } as const;
const TUFT = { color: '#f3ece0', roughness: 1 } as const;

/** A knitted cap with a turned-up edge and a bobble. */
export const beanie: Filter = {
  version: 1,
  id: 'beanie',
  name: 'Beanie',
  description: 'A red knitted cap with a white bobble',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 8.6,
      tiltDegrees: [-12, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [9, 2],
            [8.9, 4.4],
            [8.2, 7],
            [6.6, 9.3],
            [4.2, 10.8],
            [2, 11.3],
            [0, 11.4],
          ],
          material: WOOL,
        },
        {
          // The edge is thick and round where it is turned up.
          shape: 'lathe',
          profileCm: [
            [8.7, 0.2],
            [9.2, 0],
            [9.55, 0.6],
            [9.6, 2.6],
            [9.4, 3.4],
            [8.9, 3.5],
          ],
          material: WOOL,
        },
        {
          shape: 'group',
          ring: 30,
          parts: [{ shape: 'box', sizeCm: [0.75, 2.9, 0.4], positionCm: [0, 1.75, 9.5], material: RIB }],
        },
        { shape: 'sphere', radiusCm: 2.3, positionCm: [0, 12.6, 0], scale: [1, 1, 0.8], material: TUFT },
        {
          shape: 'group',
          positionCm: [0, 12.6, 0],
          scale: [1, 1, 0.8],
          parts: [
            {
              shape: 'group',
              ring: 9,
              parts: [
                {
                  shape: 'cone',
                  radiusCm: 0.9,
                  heightCm: 1.2,
                  positionCm: [2.2, 0.2, 0],
                  rotationDegrees: [0, 0, -88],
                  material: TUFT,
                },
                {
                  shape: 'cone',
                  radiusCm: 0.9,
                  heightCm: 1.2,
                  positionCm: [1.6, 1.5, 0.6],
                  rotationDegrees: [0, 0, -46],
                  material: TUFT,
                },
              ],
            },
          ],
        },
      ],
    }),
  ],
};
