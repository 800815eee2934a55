import type { Filter } from '../../schema/filter.ts';

export const keepMeCentred: Filter = {
  version: 1,
  id: 'keep-me-centred',
  name: 'Keep me centred',
  description: 'The picture follows the face, calmly, and brings it near',
  group: 'framing',
  onFailure: 'open',
  framing: { headShare: 0.5, mostZoom: 2 },
};
