import type { Filter } from '../../schema/filter.ts';
import { eyePatchParts } from '../../shapes/eye-patch.ts';

/** A black patch over the right eye. */
export const eyePatch: Filter = {
  version: 1,
  id: 'eye-patch',
  name: 'Eye patch',
  description: 'A black leather patch over one eye',
  group: 'wearable',
  onFailure: 'open',
  parts: eyePatchParts({ color: '#1a1a1d', roughness: 0.5 }, { color: '#242428', roughness: 0.7 }),
};
