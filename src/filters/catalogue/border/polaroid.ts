import type { Filter } from '../../schema/filter.ts';
import { aroundWindow } from '../../shapes/screen-shapes.ts';

/** The white card of an instant picture, with room to write on. */
export const polaroid: Filter = {
  version: 1,
  id: 'polaroid',
  name: 'Instant photo',
  description: 'A white frame with a caption of your own',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 160, 90],
        fit: 'frame',
        shapes: [
          {
            d: aroundWindow({ x: 5, y: 5, width: 150, height: 69, radius: 0.8 }),
            fill: '#f7f5f0',
            fillRule: 'evenodd',
          },
          { d: 'M5 5 H155', stroke: '#c9c4b8', strokeWidth: 0.5, opacity: 0.7 },
          { d: 'M5 74 H155', stroke: '#ffffff', strokeWidth: 0.5, opacity: 0.7 },
        ],
      },
      {
        viewBox: [0, 0, 600, 100],
        anchor: 'bottom',
        height: 0.16,
        margin: 0.008,
        shapes: [
          {
            text: 'Good times',
            at: [300, 66],
            size: 54,
            align: 'centre',
            font: 'rounded',
            italic: true,
            fill: '#2c2f36',
            maxWidth: 560,
            edit: 0,
          },
        ],
      },
    ],
  },
};
