import type { Filter } from './filter.ts';

const SHELL = { color: '#eceff1', roughness: 0.5 } as const;
const LINING = { color: '#5b6470', roughness: 0.9 } as const;
const RIM = { color: '#c9d0d6', metalness: 1, roughness: 0.3 } as const;
const VISOR = { color: '#9fb6c8', roughness: 0.05, opacity: 0.08 } as const;
const RED = { color: '#d23b2f', roughness: 0.5 } as const;
const BLUE = { color: '#2b5fb0', roughness: 0.5 } as const;

/** A space helmet, its golden visor raised: the face stays seen. */
export const astronaut: Filter = {
  version: 1,
  id: 'astronaut',
  name: 'Astronaut',
  description: 'A white space helmet with a clear visor',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 4, -10.5],
      parts: [
        {
          // From the opening before the face round to the back of the head.
          shape: 'lathe',
          profileCm: [
            [10.9, 8.2],
            [12.7, 5.2],
            [13.8, -1.5],
            [10, -11.5],
            [5, -14.4],
            [0, -15.2],
          ].reverse() as [number, number][],
          rotationDegrees: [90, 0, 0],
          scale: [1, 1, 1.1],
          material: SHELL,
        },
        {
          shape: 'lathe',
          profileCm: [
            [10.8, 8],
            [12.6, 5],
            [13.4, -1],
          ],
          rotationDegrees: [90, 0, 0],
          scale: [1, 1, 1.1],
          material: LINING,
        },
        {
          // The ring that the visor locks into.
          shape: 'lathe',
          profileCm: [
            [11.3, 7.6],
            [11.6, 8.3],
            [11.1, 8.8],
            [10.6, 8.2],
          ].reverse() as [number, number][],
          rotationDegrees: [90, 0, 0],
          scale: [1, 1, 1.1],
          material: RIM,
        },
        {
          // Clear glass, seen by what it mirrors.
          shape: 'lathe',
          profileCm: [
            [10.9, 8.2],
            [8.6, 11.6],
            [4.6, 13.6],
            [0, 14.2],
          ],
          rotationDegrees: [90, 0, 0],
          scale: [1, 1, 1.1],
          material: VISOR,
        },
        {
          shape: 'group',
          mirrored: true,
          parts: [
            {
              shape: 'cylinder',
              topRadiusCm: 2.4,
              bottomRadiusCm: 2.8,
              heightCm: 1.4,
              positionCm: [13.9, -1, 0],
              rotationDegrees: [0, 0, -90],
              material: RIM,
            },
          ],
        },
        {
          shape: 'box',
          sizeCm: [3.4, 0.5, 1],
          positionCm: [0, 13.6, 4.6],
          rotationDegrees: [30, 0, 0],
          material: RED,
        },
        {
          shape: 'box',
          sizeCm: [3.4, 0.5, 1],
          positionCm: [0, 14.3, 3.2],
          rotationDegrees: [22, 0, 0],
          material: BLUE,
        },
        {
          // The collar that joins helmet and suit.
          shape: 'lathe',
          profileCm: [
            [9, -1.4],
            [10.2, -1.2],
            [10.8, 0],
            [10.2, 1.2],
            [8.6, 1.6],
          ],
          positionCm: [0, -12.6, -4],
          material: SHELL,
        },
      ],
    },
  ],
};
