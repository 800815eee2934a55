import type { Filter } from '../../schema/filter.ts';

/** What a video camera of the nineties showed in its finder. */
export const camcorder: Filter = {
  version: 1,
  id: 'camcorder',
  name: 'Camcorder',
  description: 'Corner marks and a red dot, as in a camera’s finder',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 160, 90],
        fit: 'frame',
        shapes: [
          {
            d: 'M6 18 V6 H18 M142 6 H154 V18 M154 72 V84 H142 M18 84 H6 V72',
            stroke: '#ffffff',
            strokeWidth: 0.9,
            opacity: 0.9,
          },
          { d: 'M77 45 H83 M80 42 V48', stroke: '#ffffff', strokeWidth: 0.5, opacity: 0.5 },
        ],
      },
      {
        viewBox: [0, 0, 150, 40],
        anchor: 'top-left',
        height: 0.06,
        margin: 0.1,
        shapes: [
          { d: 'M4 20 A14 14 0 1 1 32 20 A14 14 0 1 1 4 20 Z', fill: '#ff2d2d' },
          { text: 'REC', at: [44, 33], size: 36, font: 'mono', weight: 'bold', fill: '#ffffff' },
        ],
      },
      {
        viewBox: [0, 0, 320, 40],
        anchor: 'bottom-right',
        height: 0.055,
        margin: 0.1,
        shapes: [
          {
            text: 'SUMMER 1996',
            at: [316, 31],
            size: 34,
            align: 'right',
            font: 'mono',
            weight: 'bold',
            fill: '#ffffff',
            maxWidth: 310,
            edit: 0,
          },
        ],
      },
    ],
  },
};
