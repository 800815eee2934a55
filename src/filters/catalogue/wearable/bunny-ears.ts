import type { Filter } from '../../schema/filter.ts';
import { ear } from '../../shapes/ear.ts';
import { headband } from '../../shapes/headband.ts';

const FUR = { color: '#f4efe8', roughness: 1 } as const;
const PINK = { color: '#efb1ba', roughness: 1 } as const;

const upright = ear({
  heightCm: 11.6,
  halfWidthsCm: [1, 1.35, 1.75, 2.05, 2.1, 1.75, 1.05, 0.02],
  fur: FUR,
  lining: PINK,
  liningShare: 0.6,
  bendCm: 0.8,
});

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
