import type { Filter } from '../../schema/filter.ts';

/** Stronger colours and contrast; skin is held back. */
export const vivid: Filter = {
  version: 1,
  id: 'vivid',
  name: 'Vivid',
  description: 'Stronger colours and contrast',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'vivid.cube', strength: 1 },
};
