import type { Filter } from './filter.ts';
import type { Part } from './part-schema.ts';
import { headband } from './shapes/headband.ts';

const FUR = { color: '#f4efe8', roughness: 1 } as const;
const PINK = { color: '#efb1ba', roughness: 1 } as const;

/** An outline from below up, each as [half width, height]. */
const ear = (halves: [number, number][]): [number, number][] => [
  ...halves.map(([x, y]): [number, number] => [x, y]),
  ...halves
    .slice(0, -1)
    .reverse()
    .map(([x, y]): [number, number] => [-x, y]),
];

const upright: Part[] = [
  {
    shape: 'extrusion',
    outlineCm: ear([
      [1, -1],
      [1.7, 2],
      [2.05, 5.5],
      [1.5, 9],
      [0, 11],
    ]),
    smooth: true,
    depthCm: 0.9,
    bevelCm: 0.4,
    material: FUR,
  },
  {
    shape: 'extrusion',
    outlineCm: ear([
      [0.5, 0.5],
      [0.95, 2.5],
      [1.15, 5.5],
      [0.8, 7.9],
      [0, 9.3],
    ]),
    smooth: true,
    depthCm: 0.2,
    positionCm: [0, 0, 0.8],
    material: PINK,
  },
];

/** Long ears on a headband, one of them leaning out. */
export const bunnyEars: Filter = {
  version: 1,
  id: 'bunny-ears',
  name: 'Bunny ears',
  description: 'A headband with long white bunny ears',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    headband(0.35, FUR),
    { shape: 'group', positionCm: [-3.1, 16.3, -9.3], rotationDegrees: [-5, 0, 9], parts: upright },
    { shape: 'group', positionCm: [3.1, 16.3, -9.3], rotationDegrees: [-5, 0, -22], parts: upright },
  ],
};
