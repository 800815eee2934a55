import type { Filter } from '../../schema/filter.ts';
import { roundedBox } from '../../shapes/screen-shapes.ts';

const HOLES = Array.from({ length: 12 }, (_, hole) =>
  [2.2, 83.3]
    .map((y) => roundedBox({ x: 3.2 + 13.4 * hole, y, width: 6.4, height: 4.5, radius: 1 }))
    .join(' '),
);

/** A frame of 35 mm film: black strips with holes above and below. */
export const filmStrip: Filter = {
  version: 1,
  id: 'film-strip',
  name: 'Film strip',
  description: 'The picture as a frame of cinema film',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 160, 90],
        fit: 'frame',
        shapes: [
          { d: 'M0 0 H160 V9 H0 Z M0 81 H160 V90 H0 Z', fill: '#0f0e0d' },
          { d: HOLES.join(' '), fill: '#e9e2d2', opacity: 0.9 },
        ],
      },
    ],
  },
};
