import type { Filter } from '../../schema/filter.ts';
import { arms, bridge, type LensOutline, rims, shadedLenses } from '../../shapes/spectacles.ts';

const GOLD = { color: '#d8b25c', metalness: 1, roughness: 0.25 } as const;
const OUTLINE: LensOutline = [
  [0.95, 1.2],
  [2.3, 1.75],
  [4.4, 1.8],
  [6.1, 1.35],
  [6.5, 0.2],
  [5.9, -1.5],
  [4.5, -2.75],
  [2.8, -2.75],
  [1.5, -1.45],
  [0.9, 0.1],
];

/** Pilots' sunglasses: thin gold, dark above and lighter below, so that the cheeks shine through. */
export const aviators: Filter = {
  version: 1,
  id: 'aviators',
  name: 'Aviators',
  description: 'Golden pilot sunglasses with shaded lenses',
  group: 'wearable',
  onFailure: 'open',
  pictures: [
    shadedLenses({
      outline: OUTLINE,
      opacity: 0.93,
      fromMm: -20,
      toMm: 28,
      stops: [
        [0, '#14191c'],
        [0.55, '#2f3a36'],
        [1, '#75755a'],
      ],
      glintOpacity: 0.16,
    }),
  ],
  parts: [
    rims({ outline: OUTLINE, rimCm: 0.1, material: GOLD }),
    bridge({ halfWidthCm: 1, yCm: 0.55, archCm: 0.25, radiusCm: 0.1, material: GOLD }),
    bridge({ halfWidthCm: 1.3, yCm: 1.45, archCm: 0.1, radiusCm: 0.1, material: GOLD }),
    arms({ hingeCm: [6.45, 3.95, -1.75], radiusCm: 0.12, material: GOLD }),
  ],
};
