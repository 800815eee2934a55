import type { Filter } from '../../schema/filter.ts';
import { smallBlob } from '../../shapes/blob.ts';
import { hat } from '../../shapes/hat.ts';
import { taper } from '../../shapes/taper.ts';

const STEEL = { color: '#aeb6bd', metalness: 1, roughness: 0.4 } as const;
const BRONZE = { color: '#b9813c', metalness: 1, roughness: 0.4 } as const;
const HORN = { color: '#efe3c8', roughness: 0.6 } as const;
const HORN_TIP = { color: '#6b5138', roughness: 0.6 } as const;

/** The helmet that no Viking wore and everybody knows. */
export const vikingHelmet: Filter = {
  version: 1,
  id: 'viking-helmet',
  name: 'Viking helmet',
  description: 'A steel helmet with two horns',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10,
      tiltDegrees: [-6, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [8.8, 0],
            [8.7, 2.5],
            [7.9, 5.2],
            [6.2, 7.5],
            [3.6, 9],
            [0, 9.6],
          ],
          material: STEEL,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.7, -0.8],
            [9, -0.8],
            [9.2, 0.4],
            [9.1, 1.5],
            [8.7, 1.6],
          ],
          material: BRONZE,
        },
        {
          // The ridge from brow to neck.
          shape: 'torus',
          radiusCm: 8.9,
          tubeCm: 0.45,
          arcDegrees: 180,
          rotationDegrees: [0, 90, 0],
          scale: [1, 1.08, 1],
          material: BRONZE,
        },
        {
          shape: 'group',
          ring: 14,
          parts: [smallBlob({ radiiCm: [0.34, 0.34, 0.34], positionCm: [0, 0.4, 9.15], material: STEEL })],
        },
      ],
    }),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        taper({
          pathCm: [
            [7.2, 13.2, -12.6],
            [9.6, 14, -12.4],
            [11.6, 15.6, -12],
            [12.8, 17.8, -11.5],
            [13.1, 20, -11],
          ],
          radiiCm: [2.1, 1.9, 1.5, 0.95, 0.5],
          material: HORN,
        }),
        taper({
          pathCm: [
            [13.1, 20, -11],
            [12.7, 22.4, -10.6],
          ],
          radiiCm: [0.5, 0],
          material: HORN_TIP,
        }),
      ],
    },
  ],
};
