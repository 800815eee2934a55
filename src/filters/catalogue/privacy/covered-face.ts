import type { Filter } from '../../schema/filter.ts';
import { circle } from '../../shapes/path-data.ts';

/** One colour over the whole head, and a drawn face that turns with it. */
export const coveredFace: Filter = {
  version: 1,
  id: 'covered-face',
  name: 'Covered face',
  description: 'The head under one colour, with a drawn smile; without a face in view, everything',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#3b5b7a', marginCm: 2.5 },
  pictures: [
    {
      viewBox: [-55, -50, 110, 100],
      widthCm: 11,
      positionCm: [0, 0.5, 0],
      surface: 'face',
      liftCm: 0.6,
      shapes: [
        { d: circle([32, -32], 10), fill: '#e8eef4', mirrored: true },
        { d: 'M-38 16 Q0 50 38 16', stroke: '#e8eef4', strokeWidth: 8 },
      ],
    },
  ],
};
