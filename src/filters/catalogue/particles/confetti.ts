import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';

const COLORS = ['#f4405f', '#ffc933', '#3fb6a8', '#4f7df3', '#a45de0', '#ff8c42'] as const;

const strip = (fill: string): Sprite => ({
  viewBox: [-30, -46, 60, 92],
  shapes: [{ d: 'M-24 -40 H24 V40 H-24 Z', fill }],
});
const disc = (fill: string): Sprite => ({
  viewBox: [-40, -40, 80, 80],
  shapes: [{ d: 'M-34 0 A34 34 0 1 1 34 0 A34 34 0 1 1 -34 0 Z', fill }],
});

/** Paper of all colours, turning over as it falls. */
export const confetti: Filter = {
  version: 1,
  id: 'confetti',
  name: 'Confetti',
  description: 'Coloured paper that tumbles over the whole picture',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'screen',
    motion: 'fall',
    count: 72,
    sprites: [...COLORS.map(strip), ...COLORS.map(disc)],
    sizeCm: [1, 2],
    periodS: [3.5, 6],
    swayCm: 5,
    turnsPerS: 0.5,
    tumbles: true,
  },
};
