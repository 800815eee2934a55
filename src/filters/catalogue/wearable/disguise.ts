import type { Filter } from '../../schema/filter.ts';
import { arms, bridge, type LensOutline, rims } from '../../shapes/spectacles.ts';

const PLASTIC = { color: '#17171a', roughness: 0.3 } as const;
const HAIR = { color: '#1c1613', roughness: 0.9 } as const;
const SKIN = { color: '#e2a07c', roughness: 0.45 } as const;
const OUTLINE: LensOutline = [
  [1, 0.6],
  [2, 1.75],
  [3.5, 2.1],
  [5, 1.75],
  [5.9, 0.4],
  [5.4, -1.1],
  [3.5, -2],
  [1.6, -1.2],
];

/** Glasses, nose, brows and moustache in one piece: nobody will know. */
export const disguise: Filter = {
  version: 1,
  id: 'disguise',
  name: 'Disguise',
  description: 'Glasses with a large nose, thick brows and a moustache',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    rims({ outline: OUTLINE, rimCm: 0.24, material: PLASTIC }),
    bridge({ halfWidthCm: 1.1, yCm: 0.6, archCm: 0.3, radiusCm: 0.24, material: PLASTIC }),
    arms({ hingeCm: [6, 3.6, -1.8], radiusCm: 0.2, material: PLASTIC }),
    { shape: 'sphere', radiusCm: 1.9, positionCm: [0, -0.1, 0.5], scale: [1, 0.95, 1], material: SKIN },
    {
      shape: 'sphere',
      radiusCm: 1.5,
      positionCm: [0, 1.9, -0.7],
      rotationDegrees: [-24, 0, 0],
      scale: [0.85, 1.7, 0.8],
      material: SKIN,
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        { shape: 'sphere', radiusCm: 1, positionCm: [1.4, -0.5, -0.4], material: SKIN },
        {
          // A brow as thick as a thumb.
          shape: 'extrusion',
          outlineCm: [
            [-2.4, -0.5],
            [-2.3, 0.5],
            [-0.4, 1],
            [1.6, 0.8],
            [2.6, -0.2],
            [1.4, -0.1],
            [0, 0.05],
          ],
          smooth: true,
          depthCm: 0.5,
          bevelCm: 0.3,
          positionCm: [3.6, 5.6, -1.2],
          rotationDegrees: [0, 12, 4],
          material: HAIR,
        },
        {
          shape: 'extrusion',
          outlineCm: [
            [-0.2, 0.7],
            [1.4, 0.8],
            [2.8, 0.1],
            [3.7, -1.1],
            [2.6, -1.3],
            [1.2, -1.1],
            [-0.2, -1],
          ],
          smooth: true,
          depthCm: 0.7,
          bevelCm: 0.4,
          positionCm: [0, -2.3, -0.8],
          rotationDegrees: [4, 20, 0],
          material: HAIR,
        },
      ],
    },
  ],
};
