import type { Filter } from '../../schema/filter.ts';
import { aroundWindow } from '../../shapes/screen-shapes.ts';

/** A passe-partout with round corners. */
export const roundedBorder: Filter = {
  version: 1,
  id: 'rounded-border',
  name: 'Rounded border',
  description: 'A white border with round corners',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 160, 90],
        fit: 'frame',
        shapes: [
          {
            d: aroundWindow({ x: 3, y: 3, width: 154, height: 84, radius: 8 }),
            fill: {
              gradient: 'linear',
              from: [0, 0],
              to: [160, 90],
              stops: [
                [0, '#ffffff'],
                [1, '#e8edf3'],
              ],
            },
            fillRule: 'evenodd',
          },
        ],
      },
    ],
  },
};
