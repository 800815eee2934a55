import type { Filter } from '../../schema/filter.ts';
import { arms, bridge, type LensOutline, rims } from '../../shapes/spectacles.ts';

const ACETATE = { color: '#17171a', roughness: 0.25 } as const;
const STEEL = { color: '#cfd4da', metalness: 1, roughness: 0.25 } as const;
const OUTLINE: LensOutline = [
  [0.95, 1.25],
  [2.6, 1.75],
  [4.8, 1.85],
  [6.35, 1.7],
  [6.25, 0.2],
  [5.5, -1.5],
  [4.2, -2.05],
  [2.4, -1.95],
  [1.3, -1.1],
  [0.85, 0.3],
];

/** The strong black frame of so many desks, with empty rims: nothing comes between the eyes and the call. */
export const blackFrames: Filter = {
  version: 1,
  id: 'black-frames',
  name: 'Black frames',
  description: 'Strong black reading glasses',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    rims({ outline: OUTLINE, rimCm: 0.27, material: ACETATE }),
    bridge({ halfWidthCm: 1.15, yCm: 1.15, archCm: 0.15, radiusCm: 0.27, material: ACETATE }),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'box',
          sizeCm: [0.9, 0.6, 0.4],
          positionCm: [6.5, 4.55, -1.75],
          rotationDegrees: [0, 24, 4],
          material: ACETATE,
        },
        {
          shape: 'sphere',
          radiusCm: 0.12,
          positionCm: [6.45, 4.58, -1.5],
          material: STEEL,
        },
      ],
    },
    arms({ hingeCm: [6.8, 4.5, -1.95], radiusCm: 0.24, material: ACETATE }),
  ],
};
