import type { Filter } from '../../schema/filter.ts';
import { blush, facePaint } from '../../shapes/face-paint.ts';

const SILVER = { color: '#e9edf4', metalness: 1, roughness: 0.18 } as const;
const STONE = { color: '#e85f9d', roughness: 0.08 } as const;
const PEARL = { color: '#f8f1ea', roughness: 0.25 } as const;
/** Points of the tiara around the head: degrees from the middle, height. */
const POINTS: readonly (readonly [number, number])[] = [
  [-56, 1.5],
  [-38, 2.2],
  [-19, 3.1],
  [0, 4.4],
  [19, 3.1],
  [38, 2.2],
  [56, 1.5],
];
const RADIUS_CM = 8.2;

/** A tiara, pearls at the ears and a touch of rouge. */
export const princess: Filter = {
  version: 1,
  id: 'princess',
  name: 'Princess',
  description: 'A silver tiara, pearl earrings and a touch of rouge',
  group: 'look',
  onFailure: 'open',
  grade: { lut: 'pastel.cube', strength: 0.6 },
  pictures: [facePaint(blush([45, 2], 19, '#ee8596'))],
  parts: [
    {
      shape: 'group',
      positionCm: [0, 12.1, -11.2],
      rotationDegrees: [-13, 0, 0],
      scale: [0.96, 1, 1.1],
      parts: [
        {
          shape: 'tube',
          radiusCm: 0.26,
          pathCm: [-86, -57, -28, 0, 28, 57, 86].map((degrees): [number, number, number] => {
            const angle = (degrees * Math.PI) / 180;
            return [RADIUS_CM * Math.sin(angle), 0, RADIUS_CM * Math.cos(angle)];
          }),
          material: SILVER,
        },
        ...POINTS.flatMap(([degrees, height]) => [
          {
            shape: 'group' as const,
            rotationDegrees: [0, degrees, 0] as [number, number, number],
            parts: [
              {
                shape: 'extrusion' as const,
                outlineCm: [
                  [-1.3, 0],
                  [1.3, 0],
                  [0.5, height * 0.45],
                  [0, height],
                  [-0.5, height * 0.45],
                ] as [number, number][],
                depthCm: 0.18,
                positionCm: [0, 0, RADIUS_CM] as [number, number, number],
                material: SILVER,
              },
              {
                shape: 'sphere' as const,
                radiusCm: 0.34,
                positionCm: [0, height + 0.25, RADIUS_CM] as [number, number, number],
                material: PEARL,
              },
              {
                shape: 'sphere' as const,
                radiusCm: 0.18 + 0.07 * height,
                positionCm: [0, height * 0.3, RADIUS_CM + 0.12] as [number, number, number],
                scale: [0.8, 1.2, 0.5] as [number, number, number],
                material: STONE,
              },
            ],
          },
        ]),
      ],
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [{ shape: 'sphere', radiusCm: 0.6, positionCm: [8.9, -1.7, -13], material: PEARL }],
    },
  ],
};
