import type { Filter } from '../../schema/filter.ts';
import { handlebar } from '../../shapes/facial-hair.ts';

/** A handlebar moustache, waxed at its tips. */
export const moustache: Filter = {
  version: 1,
  id: 'moustache',
  name: 'Moustache',
  description: 'A brown handlebar moustache with curled tips',
  group: 'wearable',
  onFailure: 'open',
  parts: [handlebar({ color: '#3f2615', roughness: 0.7 })],
};
