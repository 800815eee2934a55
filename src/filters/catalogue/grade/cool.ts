import type { Filter } from '../../schema/filter.ts';

/** The white balance a little towards shade. */
export const cool: Filter = {
  version: 1,
  id: 'cool',
  name: 'Cool',
  description: 'Cooler and calmer light',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'cool.cube', strength: 1 },
};
