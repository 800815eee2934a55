import type { Filter } from '../../schema/filter.ts';

/** Black and white, toned brown. */
export const sepia: Filter = {
  version: 1,
  id: 'sepia',
  name: 'Sepia',
  description: 'The brown of old photographs',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'sepia.cube', strength: 1 },
};
