import type { Filter } from '../../schema/filter.ts';

/** Panchromatic film: skin a little brighter than plain luma would have it. */
export const blackAndWhite: Filter = {
  version: 1,
  id: 'black-and-white',
  name: 'Black and white',
  description: 'Black-and-white film with gentle contrast',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'black-and-white.cube', strength: 1 },
};
