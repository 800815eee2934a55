import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';

const INK = '#1d1733';

/** A butterfly whose body is the bridge of the nose and whose wings open around the eyes. */
export const butterfly: Filter = {
  version: 1,
  id: 'butterfly',
  name: 'Butterfly',
  description: 'Face paint of a butterfly around the eyes',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      // Upper wing, lower wing.
      {
        d: 'M4 -40 C10 -66 34 -92 60 -88 C78 -84 76 -54 66 -38 C60 -28 50 -24 40 -25 C24 -26 10 -30 4 -34 Z',
        fill: {
          gradient: 'radial',
          centre: [14, -40],
          radius: 72,
          stops: [
            [0, '#ffe27a'],
            [0.4, '#ff9f6b'],
            [0.7, '#e0479e'],
            [1, '#6a3fc9'],
          ],
        },
        opacity: 0.92,
        mirrored: true,
      },
      {
        d: 'M5 -28 C18 -24 36 -24 50 -20 C62 -16 62 2 50 12 C38 20 24 10 16 -4 C10 -14 6 -22 5 -28 Z',
        fill: {
          gradient: 'radial',
          centre: [12, -22],
          radius: 48,
          stops: [
            [0, '#7fe3e0'],
            [0.6, '#3e8fe0'],
            [1, '#4a3cc0'],
          ],
        },
        opacity: 0.92,
        mirrored: true,
      },
      {
        d: 'M14 -33 C20 -43 43 -45 52 -34 C44 -24 24 -23 14 -33 Z',
        erase: true,
        fill: '#000000',
        mirrored: true,
      },
      { d: 'M14 -33 C20 -43 43 -45 52 -34', stroke: INK, strokeWidth: 3, mirrored: true },
      // Veins and outlines.
      {
        d: 'M4 -40 C10 -66 34 -92 60 -88 C78 -84 76 -54 66 -38 C60 -28 54 -26 50 -26 M5 -28 C10 -10 18 4 28 11 C38 18 50 12 54 2 C58 -8 56 -16 50 -20',
        stroke: INK,
        strokeWidth: 3,
        mirrored: true,
      },
      {
        d: 'M8 -48 C22 -58 38 -70 54 -80 M12 -45 C30 -52 50 -58 66 -60 M12 -20 C24 -12 36 -6 46 2',
        stroke: INK,
        strokeWidth: 1.6,
        mirrored: true,
      },
      {
        d: 'M62 -80 h0.01 M69 -71 h0.01 M70 -60 h0.01 M68 -49 h0.01 M50 -13 h0.01 M50 -4 h0.01 M45 5 h0.01',
        stroke: '#fff6e0',
        strokeWidth: 4.4,
        mirrored: true,
      },
      // Body and feelers.
      {
        d: 'M0 -52 C5 -48 5 -38 4 -28 C3 -18 2 -12 0 -6 C-2 -12 -3 -18 -4 -28 C-5 -38 -5 -48 0 -52 Z',
        fill: INK,
      },
      { d: 'M1 -52 C3 -64 8 -74 14 -82', stroke: INK, strokeWidth: 1.8, mirrored: true },
      { d: 'M14.5 -83 h0.01', stroke: INK, strokeWidth: 4.6, mirrored: true },
    ]),
  ],
};
