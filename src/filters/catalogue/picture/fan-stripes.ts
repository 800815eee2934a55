import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';

const GREEN = '#1f9d4d';
const YELLOW = '#ffd21f';
const BLUE = '#2350b8';

/** Two strokes of a make-up stick on each cheek, for match days. */
export const fanStripes: Filter = {
  version: 1,
  id: 'fan-stripes',
  name: 'Football fan',
  description: 'Stripes of green, yellow and blue on the cheeks',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        d: 'M28 -9 C40 -6 52 -8 63 -14 L65 -6 C53 1 40 3 27 -1 Z',
        fill: GREEN,
        opacity: 0.88,
        mirrored: true,
      },
      { d: 'M27 1 C40 5 53 3 65 -4 L66 4 C54 11 41 13 27 9 Z', fill: YELLOW, opacity: 0.9, mirrored: true },
      {
        d: 'M28 11 C41 15 54 13 66 6 L66 13 C54 20 42 22 30 19 Z',
        fill: BLUE,
        opacity: 0.85,
        mirrored: true,
      },
      // Paint is thinner where the stick left the skin.
      {
        d: 'M64 -12 L58 -9 M65 -4 L60 -1 M66 6 L61 8',
        stroke: '#ffffff',
        strokeWidth: 0.8,
        opacity: 0.25,
        mirrored: true,
      },
      { d: 'M-11 -84 H11 V-78 H-11 Z', fill: GREEN, opacity: 0.88 },
      { d: 'M-11 -77 H11 V-71 H-11 Z', fill: YELLOW, opacity: 0.9 },
      { d: 'M-11 -70 H11 V-64 H-11 Z', fill: BLUE, opacity: 0.85 },
    ]),
  ],
};
