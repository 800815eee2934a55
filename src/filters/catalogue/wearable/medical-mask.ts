import type { Filter } from '../../schema/filter.ts';

const LOOP = { color: '#eef3f4', roughness: 0.9 } as const;
const CLOTH =
  'M-62 -4 C-40 -22 -20 -27 0 -27 C20 -27 40 -22 62 -4 L58 42 C40 62 20 70 0 70 C-20 70 -40 62 -58 42 Z';

/** A surgical mask over nose, mouth and chin. */
export const medicalMask: Filter = {
  version: 1,
  id: 'medical-mask',
  name: 'Medical mask',
  description: 'A light blue mask over nose and mouth',
  group: 'wearable',
  onFailure: 'open',
  pictures: [
    {
      viewBox: [-76, -40, 152, 120],
      widthCm: 15.2,
      positionCm: [0, -2, 0],
      surface: 'face',
      liftCm: 0.5,
      shapes: [
        {
          d: CLOTH,
          fill: {
            gradient: 'linear',
            from: [0, -27],
            to: [0, 70],
            stops: [
              [0, '#b9dfe8'],
              [0.5, '#9fd0dd'],
              [1, '#84bccb'],
            ],
          },
        },
        // Pleats: a dark line and a light one under it.
        {
          d: 'M-60 10 C-30 17 30 17 60 10 M-60 24 C-30 32 30 32 60 24 M-58 38 C-30 47 30 47 58 38',
          stroke: '#6ea9ba',
          strokeWidth: 1.6,
        },
        {
          d: 'M-60 12 C-30 19.5 30 19.5 60 12 M-60 26 C-30 34.5 30 34.5 60 26 M-58 40 C-30 49.5 30 49.5 58 40',
          stroke: '#cdebf1',
          strokeWidth: 1.6,
        },
        // The wire over the nose and the hem.
        { d: 'M-26 -21 C-10 -24 10 -24 26 -21', stroke: '#d7eff4', strokeWidth: 3.4 },
        { d: CLOTH, stroke: '#d7eff4', strokeWidth: 2.6 },
      ],
    },
  ],
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        // One elastic from the upper corner over the ear, round behind it and back to the lower corner.
        {
          shape: 'tube',
          radiusCm: 0.09,
          pathCm: [
            [5.7, -1.5, -4.6],
            [6.9, 0.4, -7.6],
            [7.9, 2.9, -11],
            [8.6, 4.7, -13.4],
            [9, 4.4, -15.2],
            [9.1, 2, -15.9],
            [8.8, -0.4, -14.6],
            [7.9, -2.2, -11.8],
            [6.7, -4.2, -8.4],
            [5.3, -5.6, -5.6],
          ],
          material: LOOP,
        },
      ],
    },
  ],
};
