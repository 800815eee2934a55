import type { Filter } from '../../schema/filter.ts';

const INK = '#2a2430';
const RED = '#c9303c';
const HEART = 'M50 20 C36 9 32 2 34 -6 C36 -13 45 -14 50 -6 C55 -14 64 -13 66 -6 C68 2 64 9 50 20 Z';
const RIBBON = 'M31 1 C41 -3 45 6 50 4 C56 2 60 -4 69 0 L69 9 C60 5 56 11 50 13 C45 15 41 6 31 10 Z';

/** A sailor's heart, as from the sheet of transfers in a pack of gum. */
export const cheekTattoo: Filter = {
  version: 1,
  id: 'cheek-tattoo',
  name: 'Cheek tattoo',
  description: 'A small heart with a ribbon for a word of your own',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    {
      // Where a cheek still faces forward.
      viewBox: [20, -20, 60, 48],
      widthCm: 5.8,
      positionCm: [4.2, -0.3, 0],
      surface: 'face',
      liftCm: 0.15,
      opacity: 0.92,
      shapes: [
        // Leaves on both sides.
        {
          d: 'M36 -8 C29 -12 24 -9 22 -3 C29 -2 34 -3 36 -8 Z M64 -8 C71 -12 76 -9 78 -3 C71 -2 66 -3 64 -8 Z',
          fill: '#3f7a4d',
          stroke: INK,
          strokeWidth: 1.1,
        },
        { d: HEART, fill: RED, stroke: INK, strokeWidth: 1.6 },
        { d: 'M39 -5 C40 -9 43 -9.5 45 -8', stroke: '#f4a9a4', strokeWidth: 1.6 },
        // The ends of the ribbon lie behind it.
        {
          d: 'M31 3 L24 6 L27 10 L23 15 L33 12 Z M69 2 L76 4 L73 8.5 L77 13 L67 11 Z',
          fill: '#d9c391',
          stroke: INK,
          strokeWidth: 1,
        },
        { d: RIBBON, fill: '#f3e3b8', stroke: INK, strokeWidth: 1.2 },
        {
          text: 'MUM',
          at: [50, 9.6],
          size: 7.6,
          maxWidth: 30,
          align: 'centre',
          font: 'serif',
          weight: 'bold',
          fill: INK,
          edit: 0,
        },
      ],
    },
  ],
};
