import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { facePaint } from '../../shapes/face-paint.ts';
import { clownNose } from '../wearable/clown-nose.ts';

const CURLS = ['#e63946', '#f4a300', '#2a9d4a', '#2f6fde', '#b13fc4'] as const;

/** Curls of the wig on the wearer's left: place and size. */
const LEFT: readonly (readonly [number, number, number, number])[] = [
  [8.8, 11.6, -8.6, 2.6],
  [10.6, 9, -10, 2.7],
  [11.2, 5.8, -11.2, 2.7],
  [10.4, 2.6, -12.2, 2.5],
  [9.2, 12.6, -12.4, 2.9],
  [11.7, 6.6, -14.4, 3],
  [6.4, 14.2, -10.2, 2.5],
];

/** Cut into 12 by 6: round enough for a ball as large as a fist. */
const CURL_CM = 1.1;

const curls: Part[] = LEFT.map(([x, y, z, radius], index) => ({
  shape: 'sphere',
  radiusCm: CURL_CM,
  positionCm: [x, y, z],
  scale: [radius / CURL_CM, radius / CURL_CM, radius / CURL_CM],
  material: { color: CURLS[index % CURLS.length] ?? CURLS[0], roughness: 1 },
}));

/** Red nose, painted smile and a wig of many colours. */
export const clown: Filter = {
  version: 1,
  id: 'clown',
  name: 'Clown',
  description: 'A red nose, a painted smile and a colourful wig',
  group: 'look',
  onFailure: 'open',
  pictures: [
    facePaint([
      { d: 'M0 20 C18 16 42 18 54 10 C58 30 42 60 0 62 Z', fill: '#fbf8f3', opacity: 0.92, mirrored: true },
      { d: 'M0 27 C14 24 30 26 43 19 C40 40 24 50 0 51 Z', fill: '#d3202f', opacity: 0.95, mirrored: true },
      { d: 'M-27 35 C-14 28 14 28 27 35 C14 44 -14 44 -27 35 Z', erase: true, fill: '#000000' },
      // Over and under the eyes: a white arch, a blue stroke.
      {
        d: 'M32 -74 C46 -70 50 -54 48 -42 C40 -46 24 -46 16 -42 C14 -54 18 -70 32 -74 Z',
        fill: '#fbf8f3',
        opacity: 0.9,
        mirrored: true,
      },
      { d: 'M32 -70 V-48', stroke: '#2f6fde', strokeWidth: 5, mirrored: true },
      { d: 'M32 -22 L35 -10 L32 2 L29 -10 Z', fill: '#2f6fde', mirrored: true },
    ]),
  ],
  parts: [...(clownNose.parts ?? []), { shape: 'group', mirrored: true, parts: curls }],
};
