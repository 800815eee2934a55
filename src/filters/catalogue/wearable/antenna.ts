import type { Filter } from '../../schema/filter.ts';
import { headband } from '../../shapes/headband.ts';

const BAND = { color: '#2f9e44', roughness: 0.6 } as const;
const BALL = { color: '#8ce04a', roughness: 0.15 } as const;
const COILS = 5;
const STEPS = 40;

/** A spring that leans outwards as it rises. */
const spring = Array.from({ length: STEPS + 1 }, (_, step): [number, number, number] => {
  const share = step / STEPS;
  const angle = 2 * Math.PI * COILS * share;
  const lean = 1.6 * share ** 1.5;
  return [lean + 0.4 * Math.cos(angle), 6.2 * share, 0.4 * Math.sin(angle)];
});

/** What every visitor from space wears: springs with a ball on top. */
export const antenna: Filter = {
  version: 1,
  id: 'antenna',
  name: 'Alien antennae',
  description: 'Two green balls on springs',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    headband(0.4, BAND),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'group',
          positionCm: [4, 16.2, -9.4],
          rotationDegrees: [0, 0, -10],
          parts: [
            { shape: 'tube', radiusCm: 0.13, pathCm: spring, material: BAND },
            { shape: 'sphere', radiusCm: 1.5, positionCm: [1.7, 7.3, 0], material: BALL },
          ],
        },
      ],
    },
  ],
};
