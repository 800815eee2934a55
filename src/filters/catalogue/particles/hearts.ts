import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';

const heart = (light: string, dark: string): Sprite => ({
  viewBox: [-52, -50, 104, 100],
  shapes: [
    {
      d: 'M0 44 C-18 28 -46 8 -46 -17 C-46 -34 -34 -44 -22 -44 C-11 -44 -3 -37 0 -28 C3 -37 11 -44 22 -44 C34 -44 46 -34 46 -17 C46 8 18 28 0 44 Z',
      fill: {
        gradient: 'radial',
        centre: [-16, -22],
        radius: 78,
        stops: [
          [0, light],
          [1, dark],
        ],
      },
    },
    { d: 'M-34 -20 C-33 -29 -27 -34 -20 -34', stroke: '#ffffff', strokeWidth: 6, opacity: 0.75 },
  ],
});

export const hearts: Filter = {
  version: 1,
  id: 'hearts',
  name: 'Hearts',
  description: 'Hearts that rise around the head',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'head',
    motion: 'rise',
    count: 22,
    sprites: [heart('#ff6f91', '#d81e4a'), heart('#ff9db4', '#ee4c73'), heart('#f4405f', '#a90f35')],
    sizeCm: [1.6, 3.6],
    periodS: [3.5, 6],
    radiusCm: 17,
    heightCm: 36,
    raisedCm: 7,
    swayCm: 1.6,
  },
};
