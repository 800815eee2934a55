import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';
import { type Point, star } from '../../shapes/path-data.ts';

/** Place and size of each star on the wearer's left; the other side has its own. */
const LEFT: readonly (readonly [Point, number])[] = [
  [[30, -12], 4.6],
  [[40, -6], 6.7],
  [[51, -12], 4.3],
  [[58, -3], 5.5],
  [[47, 5], 4.3],
  [[33, 2], 3.5],
  [[62, 9], 3.5],
  [[19, -8], 3.2],
];
const RIGHT: readonly (readonly [Point, number])[] = [
  [[-28, -9], 5.2],
  [[-38, -13], 4.1],
  [[-43, -2], 6.4],
  [[-55, -8], 4.9],
  [[-34, 5], 4.1],
  [[-52, 6], 4.6],
  [[-63, 0], 3.8],
  [[-18, -4], 3.2],
];
const ON_THE_NOSE: readonly (readonly [Point, number])[] = [
  [[-7, -12], 2.9],
  [[6, -15], 3.8],
  [[1, -23], 2.6],
];
const stars = [...LEFT, ...RIGHT, ...ON_THE_NOSE];

/** Freckles that are golden stars. */
export const starFreckles: Filter = {
  version: 1,
  id: 'star-freckles',
  name: 'Star freckles',
  description: 'Golden stars over nose and cheeks',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      { d: stars.map(([at, size]) => star(at, size + 0.8)).join(' '), fill: '#a8741a', opacity: 0.5 },
      { d: stars.map(([at, size]) => star(at, size)).join(' '), fill: '#ffcf4a', opacity: 0.96 },
    ]),
  ],
};
