import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';

const BOLT = 'M-8 -98 L-52 -96 L-62 -44 L-44 -46 L-58 -4 L-44 -6 L-50 44 L-8 -18 L-24 -16 L-4 -52 L-22 -50 Z';

/** A bolt of red and blue over one eye. */
export const lightning: Filter = {
  version: 1,
  id: 'lightning',
  name: 'Lightning',
  description: 'A red and blue bolt painted over one eye',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      { d: BOLT, fill: '#1f4fc0', stroke: '#1f4fc0', strokeWidth: 6, opacity: 0.9 },
      { d: BOLT, fill: '#e0262e', opacity: 0.96 },
      { d: 'M-20 -92 L-46 -91 L-54 -52', stroke: '#ff8d7d', strokeWidth: 2.4, opacity: 0.8 },
      // The eye stays free.
      { d: 'M-14 -33 C-20 -42 -43 -44 -51 -33 C-44 -24 -24 -23 -14 -33 Z', erase: true, fill: '#000000' },
    ]),
  ],
};
