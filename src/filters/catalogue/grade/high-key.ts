import type { Filter } from '../../schema/filter.ts';

/** Bright and airy, as in a studio with white walls. */
export const highKey: Filter = {
  version: 1,
  id: 'high-key',
  name: 'High key',
  description: 'Bright and airy, as in a studio',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'high-key.cube', strength: 1 },
};
