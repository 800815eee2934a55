import type { Filter } from './filter.ts';

export const nameTag: Filter = {
  version: 1,
  id: 'name-tag',
  name: 'Name tag',
  description: 'Name and title in the lower left corner',
  group: 'frame',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 420, 110],
        anchor: 'bottom-left',
        height: 0.15,
        margin: 0.06,
        shapes: [
          {
            d: 'M14 0 H406 A14 14 0 0 1 420 14 V96 A14 14 0 0 1 406 110 H14 A14 14 0 0 1 0 96 V14 A14 14 0 0 1 14 0 Z',
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
          { text: 'Your title', at: [32, 88], size: 24, fill: '#b8c4d2', maxWidth: 372, edit: 1 },
        ],
      },
    ],
  },
};
