import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';

const BLACK = '#1c1512';
const ORANGE = {
  gradient: 'linear',
  from: [0, -100],
  to: [0, 70],
  stops: [
    [0, '#d9701c'],
    [0.5, '#f08c2b'],
    [1, '#e47a20'],
  ],
} as const;

/** Tiger paint: orange to the cheeks, white over eyes and muzzle, brush strokes of black. */
export const tiger: Filter = {
  version: 1,
  id: 'tiger',
  name: 'Tiger',
  description: 'Face paint of a tiger',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        d: 'M0 -96 C26 -96 50 -88 62 -66 C72 -48 74 -20 70 4 C66 26 54 42 40 52 C36 40 30 30 22 27 C14 24 6 26 0 26 Z',
        fill: {
          ...ORANGE,
          from: [...ORANGE.from],
          to: [...ORANGE.to],
          stops: ORANGE.stops.map(([at, color]): [number, string] => [at, color]),
        },
        opacity: 0.86,
        mirrored: true,
      },
      // White round the eyes and on the muzzle.
      {
        d: 'M12 -42 C18 -58 44 -62 56 -46 C48 -50 28 -48 12 -42 Z',
        fill: '#fff8ec',
        opacity: 0.95,
        mirrored: true,
      },
      {
        d: 'M20 -20 C30 -10 48 -12 54 -24 C46 -18 32 -18 20 -20 Z',
        fill: '#fff8ec',
        opacity: 0.9,
        mirrored: true,
      },
      {
        d: 'M0 10 C8 4 26 4 36 14 C44 24 38 32 27 30 C16 28 6 29 0 24 Z',
        fill: '#fff8ec',
        opacity: 0.95,
        mirrored: true,
      },
      {
        d: 'M20 14 h0.01 M28 17 h0.01 M20 22 h0.01 M29 24 h0.01',
        stroke: BLACK,
        strokeWidth: 2.2,
        mirrored: true,
      },
      // The eyes stay free.
      {
        d: 'M14 -33 C20 -42 42 -44 51 -33 C44 -24 24 -23 14 -33 Z',
        erase: true,
        fill: '#000000',
        mirrored: true,
      },
      { d: 'M14 -33 C20 -42 42 -44 51 -33', stroke: BLACK, strokeWidth: 2.6, mirrored: true },
      // Nose.
      {
        d: 'M0 9 C-5 7 -13 0 -13 -5 C-13 -10 -6 -11 0 -11 C6 -11 13 -10 13 -5 C13 0 5 7 0 9 Z',
        fill: '#2a1b1a',
      },
      { d: 'M-7 -7 C-4 -9 -1 -9 1 -8', stroke: '#7a5d58', strokeWidth: 2 },
      { d: 'M0 9 L0 23', stroke: BLACK, strokeWidth: 2 },
      // Stripes: forehead, brow, cheeks.
      { d: 'M0 -66 C4 -76 4 -88 0 -96 C-4 -88 -4 -76 0 -66 Z', fill: BLACK },
      { d: 'M10 -64 C18 -70 22 -80 22 -92 C14 -84 9 -76 10 -64 Z', fill: BLACK, mirrored: true },
      { d: 'M24 -64 C34 -68 41 -76 43 -88 C33 -82 26 -74 24 -64 Z', fill: BLACK, mirrored: true },
      { d: 'M5 -58 C12 -58 18 -60 22 -64 C14 -64 8 -62 5 -58 Z', fill: BLACK, mirrored: true },
      { d: 'M58 -52 C64 -60 64 -68 60 -74 C57 -66 55 -58 58 -52 Z', fill: BLACK, mirrored: true },
      { d: 'M46 -8 C56 -8 66 -14 72 -24 C60 -20 52 -16 46 -8 Z', fill: BLACK, mirrored: true },
      { d: 'M42 4 C54 6 66 2 73 -6 C62 -4 52 -2 42 4 Z', fill: BLACK, mirrored: true },
      { d: 'M44 17 C54 20 64 18 70 10 C60 11 52 12 44 17 Z', fill: BLACK, mirrored: true },
      { d: 'M46 30 C52 34 58 33 63 28 C56 27 51 27 46 30 Z', fill: BLACK, mirrored: true },
    ]),
  ],
};
