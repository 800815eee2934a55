import type { Filter } from '../../schema/filter.ts';
import { arms, bridge, type LensOutline, rims, shadedLenses } from '../../shapes/spectacles.ts';

const RED = { color: '#b3122e', roughness: 0.2 } as const;
const STONE = { color: '#f3f6fb', metalness: 1, roughness: 0.12 } as const;
const OUTLINE: LensOutline = [
  [0.95, 0.75],
  [2.2, 1.35],
  [4.2, 1.65],
  [5.9, 2.2],
  [6.9, 2.45],
  [6.65, 1.1],
  [5.9, -0.7],
  [4.5, -1.85],
  [2.7, -2],
  [1.35, -1.1],
];

/** The winged sunglasses of the fifties, with a row of stones in each corner. */
export const catEyeGlasses: Filter = {
  version: 1,
  id: 'cat-eye-glasses',
  name: 'Cat-eye sunglasses',
  description: 'Red winged sunglasses with small stones',
  group: 'wearable',
  onFailure: 'open',
  pictures: [
    shadedLenses({
      outline: OUTLINE,
      opacity: 0.9,
      fromMm: -26,
      toMm: 20,
      stops: [
        [0, '#1b1114'],
        [1, '#6b3b43'],
      ],
      glintOpacity: 0.15,
    }),
  ],
  parts: [
    rims({ outline: OUTLINE, rimCm: 0.23, material: RED }),
    bridge({ halfWidthCm: 1.1, yCm: 0.7, archCm: 0.2, radiusCm: 0.22, material: RED }),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        { shape: 'sphere', radiusCm: 0.17, positionCm: [5.3, 4.87, -1.4], material: STONE },
        { shape: 'sphere', radiusCm: 0.17, positionCm: [5.9, 5.06, -1.4], material: STONE },
        { shape: 'sphere', radiusCm: 0.17, positionCm: [6.45, 5.22, -1.45], material: STONE },
      ],
    },
    arms({ hingeCm: [6.7, 4.5, -1.75], radiusCm: 0.2, material: RED }),
  ],
};
