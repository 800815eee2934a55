import type { Filter } from '../../schema/filter.ts';

/** Cinema's favourite pair: shadows to teal, skin to orange. */
export const tealOrange: Filter = {
  version: 1,
  id: 'teal-orange',
  name: 'Teal and orange',
  description: 'Blue shadows and warm skin, as in cinema',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'teal-orange.cube', strength: 1 },
};
