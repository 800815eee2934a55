import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { surface, turn } from '../../shapes/surface.ts';

const GLOW = { color: '#fff1b8', shading: 'flat', opacity: 0.13, glows: true } as const;

const RADIUS_CM = 6.4;

/** Clear things have no outline to keep: few triangles will do. */
const glow = (tubeCm: number): Part =>
  surface({
    rows: 6,
    columns: 28,
    closed: true,
    material: GLOW,
    at: (share, up) => {
      const [around, across] = [turn(share), turn(up)];
      const radius = RADIUS_CM - tubeCm * across.cos;
      return [radius * around.sin, -tubeCm * across.sin, radius * around.cos];
    },
  });

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
          radiusCm: RADIUS_CM,
          tubeCm: 0.42,
          rotationDegrees: [90, 0, 0],
          material: { color: '#ffdf7d', metalness: 0.6, roughness: 0.35, glows: true },
        },
        // Wider and fainter rings around the first are its glow.
        ...[0.75, 1.1, 1.5].map(glow),
      ],
    },
  ],
};
