import type { Filter } from '../../schema/filter.ts';

/** A red ball on the tip of the nose. */
export const clownNose: Filter = {
  version: 1,
  id: 'clown-nose',
  name: 'Clown nose',
  description: 'A red ball on the tip of the nose',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'sphere',
      radiusCm: 2,
      positionCm: [0, -0.2, 0.2],
      material: { color: '#d91c2b', roughness: 0.25 },
    },
  ],
};
