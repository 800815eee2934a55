import type { Filter } from './filter.ts';

/** A plain board before the face; what it does not reach when the head turns is covered in the same colour. */
export const coveredFace: Filter = {
  version: 1,
  id: 'covered-face',
  name: 'Covered face',
  description: 'A board hides the face; without it the call sees a blank picture, never the face',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#3b5b7a' },
  pictures: [
    {
      viewBox: [-50, -60, 100, 120],
      widthCm: 24,
      positionCm: [0, 0, 9],
      surface: 'flat',
      shapes: [
        {
          d: 'M-50 -30 Q-50 -60 -20 -60 H20 Q50 -60 50 -30 V30 Q50 60 20 60 H-20 Q-50 60 -50 30 Z',
          fill: '#3b5b7a',
        },
        { d: 'M-18 -6 h0.01', stroke: '#e8eef4', strokeWidth: 12, mirrored: true },
        { d: 'M-20 18 Q0 32 20 18', stroke: '#e8eef4', strokeWidth: 6 },
      ],
    },
  ],
};
