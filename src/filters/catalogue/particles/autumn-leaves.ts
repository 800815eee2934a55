import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';

const leaf = (fill: string, vein: string): Sprite => ({
  viewBox: [-40, -52, 80, 104],
  shapes: [
    {
      d: 'M0 -48 C24 -34 36 -10 26 12 C20 26 10 34 0 36 C-10 34 -20 26 -26 12 C-36 -10 -24 -34 0 -48 Z',
      fill,
    },
    {
      d: 'M0 -40 V49 M0 -20 L14 -28 M0 -20 L-14 -28 M0 -2 L20 -12 M0 -2 L-20 -12 M0 16 L17 8 M0 16 L-17 8',
      stroke: vein,
      strokeWidth: 3.4,
    },
  ],
});
const maple = (fill: string, vein: string): Sprite => ({
  viewBox: [-50, -52, 100, 104],
  shapes: [
    {
      d: 'M0 -48 L9 -28 L22 -36 L20 -12 L42 -18 L36 -4 L46 4 L22 18 L26 28 L4 24 L0 34 L-4 24 L-26 28 L-22 18 L-46 4 L-36 -4 L-42 -18 L-20 -12 L-22 -36 L-9 -28 Z',
      fill,
    },
    { d: 'M0 -34 V48 M0 8 L30 -6 M0 8 L-30 -6 M0 14 L20 20 M0 14 L-20 20', stroke: vein, strokeWidth: 3.2 },
  ],
});

/** Leaves of October. */
export const autumnLeaves: Filter = {
  version: 1,
  id: 'autumn-leaves',
  name: 'Autumn leaves',
  description: 'Red and golden leaves that fall',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'screen',
    motion: 'fall',
    count: 34,
    sprites: [
      leaf('#d9822b', '#9a531a'),
      maple('#c23b22', '#7f2012'),
      leaf('#e3b23c', '#a5771c'),
      maple('#e0912f', '#98581a'),
      leaf('#a8441f', '#6e2a10'),
    ],
    sizeCm: [1.9, 3.6],
    periodS: [6, 10],
    swayCm: 9,
    turnsPerS: 0.3,
    tumbles: true,
  },
};
