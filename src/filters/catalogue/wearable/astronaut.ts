import type { Filter } from '../../schema/filter.ts';
import type { Material, Part } from '../../schema/part-schema.ts';
import { surface } from '../../shapes/surface.ts';

const SHELL = { color: '#eceff1', roughness: 0.5 } as const;
const LINING = { color: '#5b6470', roughness: 0.9 } as const;
const RIM = { color: '#c9d0d6', metalness: 1, roughness: 0.3 } as const;
const VISOR = { color: '#9fb6c8', roughness: 0.05, opacity: 0.08 } as const;
const RED = { color: '#d23b2f', roughness: 0.5 } as const;
const BLUE = { color: '#2b5fb0', roughness: 0.5 } as const;

/** Heads are taller than wide. */
const TALLER = 1.1;

/** The shell's radius at a distance before its middle, along the widest part of the profile below. */
const shellRadiusCm = (forwardCm: number) => 13.8 - 0.165 * (forwardCm + 1.5);

/** A band over the top of the shell, from one side to the other. */
const stripe = (forwardCm: number, material: Material): Part =>
  surface({
    rows: 1,
    columns: 14,
    material,
    at: (share, up) => {
      const angle = (share - 0.5) * 1.1;
      const radius = shellRadiusCm(forwardCm - 1.1 * up) + 0.12;
      return [radius * Math.sin(angle), TALLER * radius * Math.cos(angle), forwardCm - 1.1 * up];
    },
  });

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
      positionCm: [0, 4.2, -10.8],
      scale: [1.04, 1.05, 1.05],
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
          scale: [1, 1, TALLER],
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
          scale: [1, 1, TALLER],
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
          scale: [1, 1, TALLER],
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
          scale: [1, 1, TALLER],
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
        // Two stripes over the brow.
        stripe(4.4, RED),
        stripe(2.8, BLUE),
        {
          // The collar that joins helmet and suit.
          shape: 'lathe',
          profileCm: [
            [10.2, -1.6],
            [11.4, -1.3],
            [12.1, 0],
            [11.4, 1.3],
            [9.6, 1.8],
          ],
          positionCm: [0, -14.4, -2.6],
          material: SHELL,
        },
      ],
    },
  ],
};
