import type { Filter } from '../../schema/filter.ts';

/** Negative film: blacks that never close, colours that never shout. */
export const film: Filter = {
  version: 1,
  id: 'film',
  name: 'Film',
  description: 'Faded blacks and soft colours of an old film',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'film.cube', strength: 1 },
};
