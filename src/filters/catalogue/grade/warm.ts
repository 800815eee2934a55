import type { Filter } from '../../schema/filter.ts';

/** The white balance a little towards a lamp. */
export const warm: Filter = {
  version: 1,
  id: 'warm',
  name: 'Warm',
  description: 'Warm white balance, kind to skin',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'warm.cube', strength: 1 },
};
