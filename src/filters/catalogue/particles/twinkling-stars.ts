import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';
import { star } from '../../shapes/path-data.ts';

const twinkle = (light: string, dark: string): Sprite => ({
  viewBox: [-50, -50, 100, 100],
  shapes: [
    { d: star([0, 0], 47, 4, 0.24), fill: dark, opacity: 0.85 },
    { d: star([0, 0], 34, 4, 0.3), fill: light },
    { d: 'M-9 0 A9 9 0 1 1 9 0 A9 9 0 1 1 -9 0 Z', fill: '#ffffff' },
  ],
});

/** Stars that circle and twinkle around the head. */
export const twinklingStars: Filter = {
  version: 1,
  id: 'twinkling-stars',
  name: 'Twinkling stars',
  description: 'Golden stars that twinkle around the head',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'head',
    motion: 'drift',
    count: 26,
    sprites: [twinkle('#fff3bf', '#ffc93c'), twinkle('#ffffff', '#9fd3ff'), twinkle('#fff3bf', '#ffb02e')],
    sizeCm: [1.8, 4],
    periodS: [4, 8],
    radiusCm: 19,
    heightCm: 34,
    raisedCm: 7,
    swayCm: 0.6,
    pulsesPerS: 0.6,
  },
};
