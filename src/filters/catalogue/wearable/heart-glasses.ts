import type { Filter } from '../../schema/filter.ts';
import { arms, bridge, type LensOutline, rims, shadedLenses } from '../../shapes/spectacles.ts';

const RED = { color: '#e0214f', roughness: 0.2 } as const;
const OUTLINE: LensOutline = [
  [3.6, 1.3],
  [3.9, 1.75],
  [4.6, 2.15],
  [5.5, 2.15],
  [6.25, 1.65],
  [6.5, 0.75],
  [6.2, -0.3],
  [5.3, -1.5],
  [4.2, -2.45],
  [3.6, -2.95],
  [3, -2.45],
  [1.9, -1.5],
  [1, -0.3],
  [0.75, 0.75],
  [1, 1.65],
  [1.75, 2.15],
  [2.6, 2.15],
  [3.3, 1.75],
];

/** Two hearts to look through. */
export const heartGlasses: Filter = {
  version: 1,
  id: 'heart-glasses',
  name: 'Heart glasses',
  description: 'Red heart-shaped sunglasses',
  group: 'wearable',
  onFailure: 'open',
  pictures: [
    shadedLenses({
      outline: OUTLINE,
      opacity: 0.72,
      fromMm: -22,
      toMm: 28,
      stops: [
        [0, '#a1123f'],
        [1, '#ff7aa2'],
      ],
      glintOpacity: 0.2,
    }),
  ],
  parts: [
    rims({ outline: OUTLINE, rimCm: 0.24, material: RED }),
    bridge({ halfWidthCm: 0.95, yCm: 0.8, archCm: 0.15, radiusCm: 0.2, material: RED }),
    arms({ hingeCm: [6.5, 3.9, -1.75], radiusCm: 0.19, material: RED }),
  ],
};
