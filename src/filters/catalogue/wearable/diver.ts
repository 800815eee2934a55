import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';

const COPPER = { color: '#b06a3f', metalness: 1, roughness: 0.42 } as const;
const BRASS = { color: '#d2a24c', metalness: 1, roughness: 0.35 } as const;
const LINING = { color: '#2b2320', roughness: 0.95 } as const;
const GLASS = { color: '#9fc4bd', roughness: 0.05, opacity: 0.07 } as const;
const DARK = { color: '#18211f', roughness: 0.15 } as const;

/** Square heads of bolts on a ring about the y axis. */
const bolts = (radiusCm: number, y: number): Part => ({
  shape: 'group',
  ring: 12,
  parts: [
    {
      shape: 'box',
      sizeCm: [0.95, 0.8, 0.95],
      positionCm: [0, y, radiusCm],
      rotationDegrees: [38, 0, 0],
      material: BRASS,
    },
  ],
});

/** A window in the side, facing +y: glass behind three bars. */
const sideWindow: Part = {
  shape: 'group',
  positionCm: [13.1, 0.6, 1.2],
  rotationDegrees: [14, 0, -90],
  parts: [
    {
      shape: 'lathe',
      profileCm: [
        [4.1, -0.5],
        [3.6, 0.8],
        [2.8, 0.3],
      ],
      material: BRASS,
    },
    {
      shape: 'lathe',
      profileCm: [
        [3, 0.1],
        [0, 0.25],
      ],
      material: DARK,
    },
    ...[-1.5, 0, 1.5].map(
      (z): Part => ({
        shape: 'box',
        sizeCm: [6 - 0.5 * z * z, 0.5, 0.4],
        positionCm: [0, 0.55, z],
        material: BRASS,
      }),
    ),
  ],
};

/** The copper helmet of the deep sea; the face looks out of its front window. */
export const diver: Filter = {
  version: 1,
  id: 'diver',
  name: 'Diver',
  description: 'A copper diving helmet with round windows',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 4, -10.8],
      rotationDegrees: [6, 0, 0],
      scale: [1.04, 1.07, 1.05],
      parts: [
        {
          shape: 'group',
          rotationDegrees: [90, 0, 0],
          parts: [
            {
              // From the back of the head round to the front window; y is forward here.
              shape: 'lathe',
              profileCm: [
                [0, -14.4],
                [8, -12.2],
                [13, -5.4],
                [14, 0.5],
                [13, 4.8],
                [10.4, 8.6],
              ],
              material: COPPER,
            },
            {
              // The padding around the face.
              shape: 'lathe',
              profileCm: [
                [9.2, 9.1],
                [8.7, 6.5],
                [7.9, 2.8],
              ],
              material: LINING,
            },
            {
              shape: 'lathe',
              profileCm: [
                [9.2, 9.1],
                [12.8, 3],
                [13, -4],
              ],
              material: LINING,
            },
            {
              shape: 'lathe',
              profileCm: [
                [10.6, 8.5],
                [10.4, 9.7],
                [9.7, 10.4],
                [8.9, 10],
                [8.7, 9],
              ],
              material: BRASS,
            },
            bolts(11.3, 8),
            {
              // Thick glass, seen by what it mirrors.
              shape: 'lathe',
              profileCm: [
                [9.2, 9.4],
                [6, 11.6],
                [0, 12.5],
              ],
              material: GLASS,
            },
          ],
        },
        { shape: 'group', mirrored: true, parts: [sideWindow] },
        // The valve on top.
        {
          shape: 'cylinder',
          topRadiusCm: 2,
          bottomRadiusCm: 2.5,
          heightCm: 2.2,
          positionCm: [0, 14.4, -1],
          material: BRASS,
        },
        {
          // The breastplate, bolted to the suit.
          shape: 'lathe',
          profileCm: [
            [15.6, -4.6],
            [14.4, -2.2],
            [10.9, -0.4],
            [10, 2.2],
          ],
          positionCm: [0, -13.6, -3],
          scale: [1.08, 1, 1],
          material: COPPER,
        },
        { shape: 'group', positionCm: [0, -13.6, -3], scale: [1.08, 1, 1], parts: [bolts(14, -1.9)] },
      ],
    },
  ],
};
