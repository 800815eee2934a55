import type { Filter } from '../../schema/filter.ts';

/** Night: little light, and that is blue. */
export const moonlight: Filter = {
  version: 1,
  id: 'moonlight',
  name: 'Moonlight',
  description: 'Night with blue light',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'moonlight.cube', strength: 1 },
};
