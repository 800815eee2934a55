import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';
import { circle, type Point } from '../../shapes/path-data.ts';

const BLACK = '#17131a';
const PETALS = 11;

/** Petals about an eye. */
const petals = Array.from({ length: PETALS }, (_, index) => {
  const angle = (2 * Math.PI * index) / PETALS;
  const centre: Point = [33 + 25 * Math.sin(angle), -33 - 22 * Math.cos(angle)];
  return circle(centre, 7.2);
}).join(' ');

/** The painted skull of the Day of the Dead; eyes and mouth stay free. */
export const sugarSkull: Filter = {
  version: 1,
  id: 'sugar-skull',
  name: 'Sugar skull',
  description: 'White skull paint with flowers, as on the Day of the Dead',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        d: 'M0 -102 C34 -102 62 -84 68 -52 C72 -30 70 -6 62 8 C58 26 56 48 44 66 C34 80 18 86 0 86 Z',
        fill: '#f4f0e8',
        opacity: 0.88,
        mirrored: true,
      },
      { d: 'M-2 -102 H2 V86 H-2 Z', fill: '#f4f0e8', opacity: 0.5 },
      // Hollows of the cheeks.
      { d: 'M70 6 C60 12 52 22 48 38 C58 32 64 22 70 6 Z', fill: '#8f8590', opacity: 0.6, mirrored: true },
      { d: petals, fill: '#d8345f', mirrored: true },
      {
        d: 'M33 -57 C50 -57 57 -46 57 -33 C57 -20 48 -11 33 -11 C18 -11 9 -20 9 -33 C9 -46 16 -57 33 -57 Z',
        fill: BLACK,
        mirrored: true,
      },
      {
        d: 'M14 -33 C20 -42 43 -44 51 -33 C44 -24 24 -23 14 -33 Z',
        erase: true,
        fill: '#000000',
        mirrored: true,
      },
      // The nose is a spade turned round.
      { d: 'M0 -16 C5 -6 14 -1 13 6 C12 11 5 11 0 6 C-5 11 -12 11 -13 6 C-14 -1 -5 -6 0 -16 Z', fill: BLACK },
      // A seam of stitches along the mouth, which itself stays as it is.
      { d: 'M26 35 C40 33 52 28 60 20', stroke: BLACK, strokeWidth: 2.6, mirrored: true },
      { d: 'M32 29 V40 M40 27 V38 M48 23 V34 M55 18 V28', stroke: BLACK, strokeWidth: 2.2, mirrored: true },
      {
        d: 'M6 22 V29 M14 22 V30 M22 24 V31 M6 45 V53 M14 44 V52 M22 42 V49',
        stroke: BLACK,
        strokeWidth: 2,
        mirrored: true,
      },
      { d: 'M0 22 V28 M0 46 V54', stroke: BLACK, strokeWidth: 2 },
      { d: 'M-26 36 C-14 28 14 28 26 36 C14 46 -14 46 -26 36 Z', erase: true, fill: '#000000' },
      // A flower on the forehead, dots and leaves.
      {
        d: `${circle([0, -84], 5)} ${circle([8, -78], 5)} ${circle([5, -69], 5)} ${circle([-5, -69], 5)} ${circle([-8, -78], 5)}`,
        fill: '#e58a1f',
      },
      { d: circle([0, -76], 4.4), fill: '#7a2f9e' },
      { d: 'M12 -72 C20 -78 30 -80 40 -78 C32 -72 22 -69 12 -72 Z', fill: '#2f8f6b', mirrored: true },
      { d: 'M46 -76 h0.01 M53 -70 h0.01 M58 -62 h0.01', stroke: '#2e6fb7', strokeWidth: 4, mirrored: true },
      { d: circle([0, 70], 4.5), fill: '#d8345f' },
      { d: 'M8 68 C14 62 20 62 24 66 C18 72 12 72 8 68 Z', fill: '#2f8f6b', mirrored: true },
      { d: 'M58 -4 h0.01 M55 4 h0.01 M50 10 h0.01', stroke: '#e58a1f', strokeWidth: 3.6, mirrored: true },
    ]),
  ],
};
