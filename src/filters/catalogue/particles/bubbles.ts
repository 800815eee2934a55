import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';

const bubble = (tint: string): Sprite => ({
  viewBox: [-50, -50, 100, 100],
  shapes: [
    { d: 'M-46 0 A46 46 0 1 1 46 0 A46 46 0 1 1 -46 0 Z', fill: tint, opacity: 0.16 },
    { d: 'M-44 0 A44 44 0 1 1 44 0 A44 44 0 1 1 -44 0 Z', stroke: tint, strokeWidth: 5, opacity: 0.7 },
    { d: 'M-34 14 A37 37 0 0 0 14 34', stroke: '#ffffff', strokeWidth: 4, opacity: 0.55 },
    { d: 'M-30 -16 C-27 -26 -20 -32 -10 -34', stroke: '#ffffff', strokeWidth: 7, opacity: 0.95 },
    { d: 'M-33 -4 h0.01', stroke: '#ffffff', strokeWidth: 6, opacity: 0.95 },
  ],
});

/** Soap bubbles that rise around the head. */
export const bubbles: Filter = {
  version: 1,
  id: 'bubbles',
  name: 'Bubbles',
  description: 'Soap bubbles that rise around the head',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'head',
    motion: 'rise',
    count: 24,
    sprites: [bubble('#cfeeff'), bubble('#ffd9f2'), bubble('#d8ffe6')],
    sizeCm: [1.2, 4.4],
    periodS: [5, 9],
    radiusCm: 20,
    heightCm: 40,
    raisedCm: 6,
    swayCm: 2.4,
  },
};
