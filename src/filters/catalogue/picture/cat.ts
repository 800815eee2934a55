import type { Filter } from '../../schema/filter.ts';
import { ear } from '../../shapes/ear.ts';

const FUR = { color: '#dd8338', roughness: 0.95 } as const;
const PINK = { color: '#f0a7a9', roughness: 0.95 } as const;
const WHISKER = { color: '#fbf6ec', shading: 'flat' } as const;
const STRIPE = '#9a4e1c';

/** Millimetres on the face, y down, the tip of the nose at 0, 0. */
const VIEW_BOX: [number, number, number, number] = [-90, -110, 180, 200];

/** A cat: paint on the face that leaves eyes and mouth free, ears on the head, whiskers that stand off. */
export const cat: Filter = {
  version: 1,
  id: 'cat',
  name: 'Cat',
  description: 'Cat ears, whiskers and a painted nose',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    {
      viewBox: VIEW_BOX,
      widthCm: 18,
      positionCm: [0, 1, 0],
      surface: 'face',
      liftCm: 0.15,
      shapes: [
        // Muzzle: two white pads above the mouth.
        {
          d: 'M0 6 C6 2 20 2 30 8 C40 14 40 26 29 29 C18 32 5 29 0 23 Z',
          fill: {
            gradient: 'radial',
            centre: [16, 14],
            radius: 26,
            stops: [
              [0, '#ffffff'],
              [1, '#f3e4d3'],
            ],
          },
          mirrored: true,
          opacity: 0.93,
        },
        {
          d: 'M18 12 h0.01 M25 16 h0.01 M17 19 h0.01 M26 23 h0.01',
          stroke: '#8a6a55',
          strokeWidth: 2.2,
          mirrored: true,
        },
        // Nose over the tip.
        {
          d: 'M0 9 C-5 7 -14 -1 -14 -6 C-14 -11 -6 -12 0 -12 C6 -12 14 -11 14 -6 C14 -1 5 7 0 9 Z',
          fill: {
            gradient: 'linear',
            from: [0, -12],
            to: [0, 9],
            stops: [
              [0, '#f7b4b4'],
              [1, '#d9737c'],
            ],
          },
        },
        { d: 'M-8 -8 C-5 -10 -1 -10 1 -9', stroke: '#fde3e0', strokeWidth: 2 },
        { d: 'M0 9 L0 22', stroke: '#7a3f36', strokeWidth: 1.8 },
        // Stripes between the brows and on the cheeks, as strokes of a brush.
        { d: 'M0 -66 C3 -76 3 -88 0 -100 C-3 -88 -3 -76 0 -66 Z', fill: STRIPE, opacity: 0.9 },
        {
          d: 'M13 -67 C19 -74 22 -84 22 -95 C15 -87 12 -78 13 -67 Z',
          fill: STRIPE,
          mirrored: true,
          opacity: 0.9,
        },
        {
          d: 'M27 -66 C34 -70 40 -77 43 -86 C34 -81 28 -75 27 -66 Z',
          fill: STRIPE,
          mirrored: true,
          opacity: 0.9,
        },
        { d: 'M50 -2 C58 -3 66 -7 72 -13 C64 -12 55 -9 50 -2 Z', fill: STRIPE, mirrored: true, opacity: 0.9 },
        { d: 'M50 9 C58 10 66 8 73 4 C65 2 56 3 50 9 Z', fill: STRIPE, mirrored: true, opacity: 0.9 },
        { d: 'M47 20 C54 23 62 23 69 21 C62 17 54 16 47 20 Z', fill: STRIPE, mirrored: true, opacity: 0.9 },
      ],
    },
  ],
  parts: [
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [5.6, 14.2, -9.2],
          rotationDegrees: [-8, 14, -20],
          parts: ear({
            heightCm: 6.6,
            halfWidthsCm: [2.9, 3.4, 3.15, 2.5, 1.75, 0.95, 0.02],
            fur: FUR,
            lining: PINK,
          }),
        },
        {
          shape: 'tube',
          radiusCm: [0.08, 0.07, 0.02],
          pathCm: [
            [2.6, -0.9, -1.9],
            [6, -0.1, -1.6],
            [9.6, 0.2, -3.2],
          ],
          material: WHISKER,
        },
        {
          shape: 'tube',
          radiusCm: [0.08, 0.07, 0.02],
          pathCm: [
            [2.7, -1.5, -2],
            [6.2, -1.3, -1.7],
            [10, -1.5, -3.3],
          ],
          material: WHISKER,
        },
        {
          shape: 'tube',
          radiusCm: [0.08, 0.07, 0.02],
          pathCm: [
            [2.6, -2.1, -2.1],
            [6, -2.5, -1.9],
            [9.5, -3.3, -3.4],
          ],
          material: WHISKER,
        },
      ],
    },
  ],
};
