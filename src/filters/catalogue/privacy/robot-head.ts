import type { Filter } from '../../schema/filter.ts';

const TIN = { color: '#9fb0bd', roughness: 0.5 } as const;
const DARK = { color: '#26303a', roughness: 0.6 } as const;
const EYE = { color: '#59e3ff', shading: 'flat', glows: true } as const;
const RED = { color: '#e5482f', roughness: 0.3 } as const;
const STEEL = { color: '#c8d2da', metalness: 1, roughness: 0.35 } as const;

/** A tin robot's head in place of the own. */
export const robotHead: Filter = {
  version: 1,
  id: 'robot-head',
  name: 'Robot head',
  description: 'A tin robot in place of the head',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#8797a4', marginCm: 1 },
  parts: [
    {
      shape: 'group',
      positionCm: [0, 3.6, -10.5],
      parts: [
        {
          shape: 'extrusion',
          outlineCm: [
            [-9.6, -14],
            [9.6, -14],
            [11.2, -11.4],
            [11.2, 11.4],
            [9.4, 14],
            [-9.4, 14],
            [-11.2, 11.4],
            [-11.2, -11.4],
          ],
          depthCm: 22,
          bevelCm: 1.4,
          material: TIN,
        },
        { shape: 'box', sizeCm: [17.4, 7.2, 0.5], positionCm: [0, 3.6, 12.4], material: DARK },
        { shape: 'box', sizeCm: [13, 4.4, 0.5], positionCm: [0, -8, 12.4], material: DARK },
        {
          shape: 'group',
          mirrored: true,
          parts: [
            {
              shape: 'cylinder',
              topRadiusCm: 2.3,
              bottomRadiusCm: 2.3,
              heightCm: 0.4,
              positionCm: [4.5, 3.6, 12.6],
              rotationDegrees: [90, 0, 0],
              material: EYE,
            },
            {
              shape: 'cylinder',
              topRadiusCm: 2.6,
              bottomRadiusCm: 3,
              heightCm: 2.4,
              positionCm: [12.1, 2, 0],
              rotationDegrees: [0, 0, -90],
              material: STEEL,
            },
            { shape: 'box', sizeCm: [0.5, 4.4, 0.6], positionCm: [2.4, -8, 12.5], material: STEEL },
            { shape: 'box', sizeCm: [0.5, 4.4, 0.6], positionCm: [4.8, -8, 12.5], material: STEEL },
          ],
        },
        { shape: 'box', sizeCm: [0.5, 4.4, 0.6], positionCm: [0, -8, 12.5], material: STEEL },
        {
          shape: 'cylinder',
          topRadiusCm: 0.35,
          bottomRadiusCm: 0.5,
          heightCm: 4,
          positionCm: [0, 15.6, 0],
          material: STEEL,
        },
        { shape: 'sphere', radiusCm: 1.4, positionCm: [0, 18, 0], material: RED },
      ],
    },
  ],
};
