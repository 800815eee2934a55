import type { Filter } from '../../schema/filter.ts';
import { bushy, fullBeard } from '../../shapes/facial-hair.ts';

const HAIR = { color: '#4a2f1e', roughness: 0.8 } as const;
const MOUSTACHE = { color: '#553624', roughness: 0.8 } as const;

/** A full beard, as woodcutters have it. */
export const beard: Filter = {
  version: 1,
  id: 'beard',
  name: 'Full beard',
  description: 'A full brown beard with a moustache',
  group: 'wearable',
  onFailure: 'open',
  parts: [fullBeard(HAIR), bushy(MOUSTACHE)],
};
