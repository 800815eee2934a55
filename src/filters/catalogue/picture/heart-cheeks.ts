import type { Filter } from '../../schema/filter.ts';
import { blush, facePaint } from '../../shapes/face-paint.ts';
import { heart } from '../../shapes/path-data.ts';

/** Blushing cheeks with small hearts. */
export const heartCheeks: Filter = {
  version: 1,
  id: 'heart-cheeks',
  name: 'Heart cheeks',
  description: 'Blushing cheeks with small hearts',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      ...blush([43, 4], 21, '#f0526f'),
      { d: heart([46, -2], 7), fill: '#e5264f', opacity: 0.92, mirrored: true },
      { d: heart([56, 8], 4.4), fill: '#f26d8d', opacity: 0.92, mirrored: true },
      { d: heart([35, 9], 3.6), fill: '#f26d8d', opacity: 0.92, mirrored: true },
      { d: 'M42.6 -5.4 C43.2 -6.4 44 -6.6 44.8 -6.4', stroke: '#ffd9e2', strokeWidth: 1.2, mirrored: true },
    ]),
  ],
};
