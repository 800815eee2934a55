import type { Filter } from '../../schema/filter.ts';

const GOLD: { gradient: 'linear'; from: [number, number]; to: [number, number]; stops: [number, string][] } =
  {
    gradient: 'linear',
    from: [0, -75],
    to: [0, 10],
    stops: [
      [0, '#fbe6a2'],
      [0.45, '#d9a441'],
      [0.7, '#f4d27a'],
      [1, '#a9741f'],
    ],
  };

/** One half of the outline, from the middle of the forehead to the bridge of the nose; the other half mirrors it. */
const HALF =
  'M0 -66 C14 -74 26 -77 42 -76 C62 -75 80 -84 92 -92 C92 -64 88 -40 74 -22 C62 -7 40 -2 26 -8 C16 -12 10 -16 0 -16 Z';
/** Almond round the eye, larger than the eye itself: people's eyes do not all sit alike. */
const EYE =
  'M12 -30 C18 -44 32 -50 45 -47 C54 -45 60 -40 63 -36 C57 -24 44 -18 32 -19 C22 -20 15 -24 12 -30 Z';

/** A half mask of the Venetian carnival, laid over brows, nose and cheeks. The eyes stay free. */
export const carnivalMask: Filter = {
  version: 1,
  id: 'carnival-mask',
  name: 'Carnival mask',
  description: 'A Venetian half mask with golden trim; the eyes stay free',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    {
      viewBox: [-96, -100, 192, 110],
      widthCm: 19.2,
      positionCm: [0, 4.5, 0],
      surface: 'face',
      liftCm: 0.35,
      shapes: [
        {
          d: HALF,
          mirrored: true,
          fill: {
            gradient: 'linear',
            from: [0, -90],
            to: [0, 0],
            stops: [
              [0, '#7a1f4f'],
              [0.5, '#a92c5e'],
              [1, '#5d1440'],
            ],
          },
        },
        // Diamonds of a harlequin, a tone apart.
        {
          d: 'M30 -75 L38 -62 L30 -50 L22 -62 Z M50 -74 L58 -62 L50 -51 L42 -62 Z M70 -78 L78 -62 L70 -46 L63 -61 Z M68 -34 L76 -40 L74 -24 L64 -14 Z M8 -70 L16 -58 L8 -46 L2 -58 Z',
          fill: '#c9437a',
          opacity: 0.7,
          mirrored: true,
        },
        { d: HALF, stroke: GOLD, strokeWidth: 4, mirrored: true },
        // The seam between the halves disappears under an ornament.
        { d: 'M-6 -64 H6 V-18 H-6 Z', fill: '#94275a' },
        {
          d: 'M0 -84 C5 -74 9 -68 9 -60 C9 -52 4 -46 0 -38 C-4 -46 -9 -52 -9 -60 C-9 -68 -5 -74 0 -84 Z',
          fill: GOLD,
        },
        { d: 'M0 -68 C4 -64 5 -60 0 -53 C-5 -60 -4 -64 0 -68 Z', fill: '#1f7a6b' },
        { d: 'M-1.5 -65 C-3 -62 -3 -60 -1.5 -58', stroke: '#8fe0cf', strokeWidth: 1.4 },
        { d: 'M10 -14 C6 -20 4 -26 0 -32 C-4 -26 -6 -20 -10 -14', stroke: GOLD, strokeWidth: 3 },
        // Scrolls over the brows.
        {
          d: 'M14 -58 C24 -66 38 -66 50 -60 C60 -55 70 -56 78 -66 M78 -66 C82 -70 86 -66 83 -62 C80 -59 76 -62 78 -66',
          stroke: GOLD,
          strokeWidth: 2.6,
          mirrored: true,
        },
        { d: EYE, erase: true, fill: '#000000', mirrored: true },
        { d: EYE, stroke: GOLD, strokeWidth: 3.4, mirrored: true },
        // A row of small pearls under the eye.
        {
          d: 'M20 -14 h0.01 M29 -11 h0.01 M38 -10.5 h0.01 M47 -12 h0.01 M56 -16 h0.01 M64 -22 h0.01',
          stroke: '#fff3d0',
          strokeWidth: 3.2,
          mirrored: true,
        },
      ],
    },
  ],
};
