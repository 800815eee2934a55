import type { Filter } from '../../schema/filter.ts';

/** A rosy glow, strongest in the middle tones where skin is. */
export const rosy: Filter = {
  version: 1,
  id: 'rosy',
  name: 'Rosy',
  description: 'A rosy glow on the skin',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'rosy.cube', strength: 1 },
};
