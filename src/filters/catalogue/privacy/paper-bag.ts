import type { Filter } from '../../schema/filter.ts';

const PAPER = { color: '#c89b63', roughness: 0.95 } as const;
const EDGE = { color: '#a87f4c', roughness: 0.95 } as const;
const HOLE = { color: '#241a12', shading: 'flat' } as const;

/** A bag over the head, two holes cut into it. What lies under it is covered first, so that no edge shows a face. */
export const paperBag: Filter = {
  version: 1,
  id: 'paper-bag',
  name: 'Paper bag',
  description: 'A brown paper bag over the head',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#b98d57', marginCm: 1 },
  parts: [
    {
      shape: 'group',
      positionCm: [0, 3.6, -10.4],
      rotationDegrees: [-2, 0, 2],
      parts: [
        { shape: 'box', sizeCm: [22, 30, 24], material: PAPER },
        {
          // Folds along the sides, as bags have them.
          shape: 'group',
          mirrored: true,
          parts: [
            {
              shape: 'box',
              sizeCm: [0.12, 30, 0.3],
              positionCm: [11, 0, 0],
              material: EDGE,
            },
            {
              shape: 'extrusion',
              outlineCm: [
                [-1.9, 0],
                [-1.3, 1.3],
                [0.2, 1.8],
                [1.6, 1.2],
                [2, -0.1],
                [1.2, -1.4],
                [-0.3, -1.7],
                [-1.5, -1.1],
              ],
              smooth: true,
              depthCm: 0.1,
              positionCm: [4.2, 0.6, 12.02],
              material: HOLE,
            },
          ],
        },
        {
          shape: 'extrusion',
          outlineCm: [
            [-2.6, 0.2],
            [0, -0.5],
            [2.6, 0.2],
            [1.9, -1],
            [0, -1.6],
            [-1.9, -1],
          ],
          smooth: true,
          depthCm: 0.1,
          positionCm: [0, -6.4, 12.02],
          material: HOLE,
        },
        { shape: 'box', sizeCm: [22.1, 0.16, 24.1], positionCm: [0, 11.8, 0], material: EDGE },
        {
          // The jagged rim below.
          shape: 'extrusion',
          outlineCm: [
            [-11, 0],
            [-11, -1.6],
            [-9.7, -0.6],
            [-8, -1.7],
            [-6, -0.6],
            [-4, -1.7],
            [-2, -0.6],
            [0, -1.7],
            [2, -0.6],
            [4, -1.7],
            [6, -0.6],
            [8, -1.7],
            [9.7, -0.6],
            [11, -1.6],
            [11, 0],
          ].reverse() as [number, number][],
          depthCm: 0.1,
          positionCm: [0, -15, 11.9],
          material: PAPER,
        },
      ],
    },
  ],
};
