import type { Filter } from '../../schema/filter.ts';

/** Light, soft colours. */
export const pastel: Filter = {
  version: 1,
  id: 'pastel',
  name: 'Pastel',
  description: 'Light, soft colours',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'pastel.cube', strength: 1 },
};
