import type { Filter } from '../../schema/filter.ts';
import { bushy } from '../../shapes/facial-hair.ts';

/** The moustache of private eyes and walruses. */
export const bushyMoustache: Filter = {
  version: 1,
  id: 'bushy-moustache',
  name: 'Bushy moustache',
  description: 'A thick chestnut moustache over the lip',
  group: 'wearable',
  onFailure: 'open',
  parts: [bushy({ color: '#5f351b', roughness: 0.75 })],
};
