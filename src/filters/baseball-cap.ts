import type { Filter } from './filter.ts';
import { foldedPlate, hat } from './shapes/hat.ts';

const CLOTH = { color: '#1f4e9e', roughness: 0.85 } as const;
const PEAK = { color: '#183f82', roughness: 0.8 } as const;
const SEAM = { color: '#163a77', roughness: 0.9 } as const;
const BADGE = { color: '#f6f4ee', roughness: 0.8 } as const;

/** A cap with its peak to the front. */
export const baseballCap: Filter = {
  version: 1,
  id: 'baseball-cap',
  name: 'Baseball cap',
  description: 'A blue cap with a curved peak',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 9.6,
      tiltDegrees: [-7, 0, 0],
      parts: [
        {
          shape: 'lathe',
          profileCm: [
            [8.8, -0.6],
            [8.85, 2],
            [8.2, 4.9],
            [6.7, 7.3],
            [4.4, 8.8],
            [2, 9.4],
            [0, 9.5],
          ],
          material: CLOTH,
        },
        { shape: 'sphere', radiusCm: 0.7, positionCm: [0, 9.4, 0], scale: [1, 0.6, 0.8], material: SEAM },
        {
          shape: 'group',
          positionCm: [0, 0.2, 7],
          rotationDegrees: [11, 0, 0],
          parts: foldedPlate({
            reachCm: (x) => ({ front: 7.2 * Math.sqrt(Math.max(0, 1 - (x / 8.6) ** 2.4)), back: 3 }),
            folds: [
              { toCm: 2.6, riseDegrees: 0 },
              { toCm: 4.8, riseDegrees: -9 },
              { toCm: 6.8, riseDegrees: -18 },
              { toCm: 8.5, riseDegrees: -28 },
            ],
            thickCm: 0.3,
            material: PEAK,
          }),
        },
        {
          // A round badge of cloth, leaning back with the crown.
          shape: 'cylinder',
          topRadiusCm: 2.1,
          bottomRadiusCm: 2.1,
          heightCm: 0.25,
          positionCm: [0, 4.1, 8.35],
          rotationDegrees: [72, 0, 0],
          material: BADGE,
        },
        {
          shape: 'extrusion',
          outlineCm: [
            [0, 1.5],
            [-0.4, 0.5],
            [-1.4, 0.45],
            [-0.6, -0.2],
            [-0.9, -1.2],
            [0, -0.6],
            [0.9, -1.2],
            [0.6, -0.2],
            [1.4, 0.45],
            [0.4, 0.5],
          ],
          depthCm: 0.15,
          positionCm: [0, 4.15, 8.52],
          rotationDegrees: [-18, 0, 0],
          material: { color: '#d8342e', roughness: 0.8 },
        },
      ],
    }),
  ],
};
