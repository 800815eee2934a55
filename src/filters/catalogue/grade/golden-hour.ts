import type { Filter } from '../../schema/filter.ts';

/** The last hour of sun: warm lights, softly lifted shadows. */
export const goldenHour: Filter = {
  version: 1,
  id: 'golden-hour',
  name: 'Golden hour',
  description: 'Warm evening light over the whole picture',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'golden-hour.cube', strength: 1 },
};
