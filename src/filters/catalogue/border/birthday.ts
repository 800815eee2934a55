import type { Filter } from '../../schema/filter.ts';
import { polygon } from '../../shapes/path-data.ts';

const COLORS = ['#f4405f', '#ffc933', '#3fb6a8', '#4f7df3', '#a45de0'] as const;
const FLAGS = 13;

/** Height of the line that the flags hang on: two swags from corner to corner. */
const sag = (x: number) => 2 + 7 * (1 - ((x % 80) / 40 - 1) ** 2);

/** Flags of one colour. */
const flags = (color: number) =>
  Array.from({ length: FLAGS }, (_, flag) => flag)
    .filter((flag) => flag % COLORS.length === color)
    .map((flag) => {
      const left = 2.5 + (155 * flag) / FLAGS;
      const right = left + 9;
      return polygon([
        [left, sag(left)],
        [right, sag(right)],
        [(left + right) / 2, (sag(left) + sag(right)) / 2 + 11],
      ]);
    })
    .join(' ');

/** Bunting and a wish. */
export const birthday: Filter = {
  version: 1,
  id: 'birthday',
  name: 'Birthday',
  description: 'Bunting above and a wish below',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 160, 24],
        fit: 'width',
        anchor: 'top',
        height: 0.27,
        shapes: [
          { d: `M0 2 Q40 16 80 2 Q120 16 160 2`, stroke: '#f3ede2', strokeWidth: 0.6 },
          ...COLORS.map((fill, color) => ({ d: flags(color), fill })),
        ],
      },
      {
        viewBox: [0, 0, 700, 110],
        anchor: 'bottom',
        height: 0.15,
        margin: 0.04,
        shapes: [
          // The same words twice: an outline drawn last would eat into the letters.
          {
            text: 'Happy birthday!',
            at: [350, 78],
            size: 80,
            align: 'centre',
            font: 'rounded',
            weight: 'black',
            stroke: '#c2264f',
            strokeWidth: 14,
            maxWidth: 670,
            edit: 0,
          },
          {
            text: 'Happy birthday!',
            at: [350, 78],
            size: 80,
            align: 'centre',
            font: 'rounded',
            weight: 'black',
            fill: '#ffffff',
            maxWidth: 670,
            edit: 0,
          },
        ],
      },
    ],
  },
};
