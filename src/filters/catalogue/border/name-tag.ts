import type { Filter } from '../../schema/filter.ts';
import { roundedBox } from '../../shapes/screen-shapes.ts';

/** Who is speaking; both lines are the wearer's. */
export const nameTag: Filter = {
  version: 1,
  id: 'name-tag',
  name: 'Name tag',
  description: 'Name and title in the lower left corner',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 420, 110],
        anchor: 'bottom-left',
        height: 0.19,
        margin: 0.06,
        shapes: [
          {
            d: roundedBox({ x: 0, y: 0, width: 420, height: 110, radius: 14 }),
            fill: '#14181f',
            opacity: 0.82,
          },
          { d: 'M14 22 V88', stroke: '#4cc2ff', strokeWidth: 6 },
          {
            text: 'Your name',
            at: [32, 52],
            size: 38,
            weight: 'bold',
            fill: '#ffffff',
            maxWidth: 372,
            edit: 0,
          },
          { text: 'Your title', at: [32, 89], size: 28, fill: '#d3dce6', maxWidth: 372, edit: 1 },
        ],
      },
    ],
  },
};
