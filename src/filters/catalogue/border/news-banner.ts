import type { Filter } from '../../schema/filter.ts';

/** The lower third of a newsroom. */
export const newsBanner: Filter = {
  version: 1,
  id: 'news-banner',
  name: 'News banner',
  description: 'Breaking news, with a headline of your own',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 100, 10],
        fit: 'width',
        anchor: 'bottom',
        height: 0.13,
        margin: 0.05,
        shapes: [{ d: 'M0 0 H100 V10 H0 Z', fill: '#f4f6f8', opacity: 0.96 }],
      },
      {
        viewBox: [0, 0, 100, 10],
        fit: 'width',
        anchor: 'bottom',
        height: 0.012,
        margin: 0.05,
        shapes: [{ d: 'M0 0 H100 V10 H0 Z', fill: '#c3161c' }],
      },
      {
        viewBox: [0, -58, 620, 148],
        anchor: 'bottom-left',
        height: 0.193,
        margin: 0.062,
        shapes: [
          { d: 'M0 -58 H272 V-2 H0 Z', fill: '#c3161c' },
          {
            text: 'BREAKING NEWS',
            at: [14, -19],
            size: 32,
            weight: 'bold',
            fill: '#ffffff',
            maxWidth: 246,
            edit: 0,
          },
          {
            text: 'Camera works on the first try',
            at: [2, 61],
            size: 46,
            weight: 'bold',
            fill: '#14181f',
            maxWidth: 600,
            edit: 1,
          },
        ],
      },
    ],
  },
};
