import type { Filter } from './filter.ts';

/** A ring of light that floats over the head. */
export const halo: Filter = {
  version: 1,
  id: 'halo',
  name: 'Halo',
  description: 'A golden ring floating over the head',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 19.4, -11],
      rotationDegrees: [14, 0, -4],
      parts: [
        {
          shape: 'torus',
          radiusCm: 6.6,
          tubeCm: 0.6,
          rotationDegrees: [90, 0, 0],
          material: { color: '#ffd45e', metalness: 0.9, roughness: 0.3, glows: true },
        },
        {
          // A wider, fainter ring around the first is its glow.
          shape: 'torus',
          radiusCm: 6.6,
          tubeCm: 1.15,
          rotationDegrees: [90, 0, 0],
          material: { color: '#fff0b8', shading: 'flat', opacity: 0.28, glows: true },
        },
      ],
    },
  ],
};
