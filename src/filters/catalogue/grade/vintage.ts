import type { Filter } from '../../schema/filter.ts';

/** A print of the seventies that has hung in the sun. */
export const vintage: Filter = {
  version: 1,
  id: 'vintage',
  name: 'Vintage',
  description: 'A faded print of the seventies',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'vintage.cube', strength: 1 },
};
