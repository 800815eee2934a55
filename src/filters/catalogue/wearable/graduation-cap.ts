import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';

const CLOTH = { color: '#1d2230', roughness: 0.7 } as const;
const CLOTH_BELOW = { color: '#151926', roughness: 0.9 } as const;
const GOLD = { color: '#e0b040', roughness: 0.6 } as const;

/** A mortarboard, its tassel on the wearer's left as graduates have it. */
export const graduationCap: Filter = {
  version: 1,
  id: 'graduation-cap',
  name: 'Graduation cap',
  description: 'A black mortarboard with a golden tassel',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 9.6,
      tiltDegrees: [-3, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [8.75, -0.6],
            [8.8, 1.5],
            [8.4, 4.5],
            [7.7, 7],
          ],
          material: CLOTH_BELOW,
        },
        {
          shape: 'group',
          positionCm: [0, 7.2, 0],
          scale: [1, 1, 0.8],
          parts: [
            {
              shape: 'group',
              rotationDegrees: [0, 45, 0],
              parts: [
                { shape: 'box', sizeCm: [17.5, 0.4, 17.5], material: CLOTH },
                {
                  shape: 'box',
                  sizeCm: [17.6, 0.14, 17.6],
                  positionCm: [0, -0.14, 0],
                  material: CLOTH_BELOW,
                },
              ],
            },
            { shape: 'sphere', radiusCm: 0.6, positionCm: [0, 0.35, 0], scale: [1, 0.6, 1], material: GOLD },
            {
              shape: 'tube',
              radiusCm: 0.14,
              pathCm: [
                [0, 0.5, 0],
                [4, 0.4, 3.4],
                [7.8, 0.35, 5],
                [8.4, -0.4, 5.3],
                [8.5, -2.2, 5.4],
              ],
              material: GOLD,
            },
            { shape: 'sphere', radiusCm: 0.45, positionCm: [8.5, -2.3, 5.4], material: GOLD },
            {
              shape: 'lathe',
              profileCm: [
                [0.6, -6],
                [0.35, -2.4],
              ],
              positionCm: [8.5, 0, 5.4],
              material: GOLD,
            },
          ],
        },
      ],
    }),
  ],
};
