import type { Filter } from '../../schema/filter.ts';

/** Hardly any zoom: only as much room as it takes to follow small movements at once. */
export const steady: Filter = {
  version: 1,
  id: 'steady',
  name: 'Steady',
  description: 'Keeps the head in its place when chair or laptop sway',
  group: 'framing',
  onFailure: 'open',
  framing: { headShare: 0.42, mostZoom: 1.35, settleS: 0.35, slack: 0 },
};
