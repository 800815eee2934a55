import type { Filter } from '../../schema/filter.ts';

export const pixelatedFace: Filter = {
  version: 1,
  id: 'pixelated-face',
  name: 'Pixelated face',
  description: 'Large squares over the face; without a face in view, over everything',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'pixelate', cellCm: 3 },
};
