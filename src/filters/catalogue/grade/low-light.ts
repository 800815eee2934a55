import type { Filter } from '../../schema/filter.ts';

/** A dark room made lighter: the darker, the more; what is bright stays. */
export const lowLight: Filter = {
  version: 1,
  id: 'low-light',
  name: 'Low light',
  description: 'Lifts a dark room without washing out the lamps',
  group: 'grade',
  onFailure: 'open',
  grade: { lut: 'low-light.cube', strength: 1 },
};
