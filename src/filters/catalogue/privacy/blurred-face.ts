import type { Filter } from '../../schema/filter.ts';

/** A face behind frosted glass. */
export const blurredFace: Filter = {
  version: 1,
  id: 'blurred-face',
  name: 'Blurred face',
  description: 'The face out of focus; without a face in view, everything',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'blur', radiusCm: 3.2 },
};
