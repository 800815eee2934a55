import type { Filter } from '../../schema/filter.ts';
import { roundedBox } from '../../shapes/screen-shapes.ts';

/** The sign over the studio's door. */
export const onAir: Filter = {
  version: 1,
  id: 'on-air',
  name: 'On air',
  description: 'A red sign in the upper left corner',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 260, 84],
        anchor: 'top-left',
        height: 0.1,
        margin: 0.06,
        shapes: [
          {
            d: roundedBox({ x: 0, y: 0, width: 260, height: 84, radius: 18 }),
            fill: '#5a0b10',
            opacity: 0.95,
          },
          {
            d: roundedBox({ x: 6, y: 6, width: 248, height: 72, radius: 13 }),
            fill: {
              gradient: 'linear',
              from: [0, 6],
              to: [0, 78],
              stops: [
                [0, '#ff4b4b'],
                [1, '#d01822'],
              ],
            },
          },
          {
            text: 'ON AIR',
            at: [130, 58],
            size: 46,
            align: 'centre',
            weight: 'black',
            fill: '#ffffff',
            maxWidth: 226,
            edit: 0,
          },
        ],
      },
    ],
  },
};
