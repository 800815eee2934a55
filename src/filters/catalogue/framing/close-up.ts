import type { Filter } from '../../schema/filter.ts';

/** The face large, for those who sit far from the camera. */
export const closeUp: Filter = {
  version: 1,
  id: 'close-up',
  name: 'Close-up',
  description: 'The face large and always in the middle',
  group: 'framing',
  onFailure: 'open',
  framing: { headShare: 0.64, headAt: 0.48, mostZoom: 3, settleS: 0.8 },
};
