import type { Filter } from '../../schema/filter.ts';

const YELLOW = { color: '#ffcf33', roughness: 0.5 } as const;
const INK = { color: '#3a2406', roughness: 0.5 } as const;

/** A yellow ball with a smile in place of the head; it turns as the head does. */
export const smiley: Filter = {
  version: 1,
  id: 'smiley',
  name: 'Smiley',
  description: 'A smiling yellow ball in place of the head',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#f5bd2a', marginCm: 1 },
  parts: [
    {
      shape: 'group',
      positionCm: [0, 4.1, -10.4],
      scale: [0.95, 1.02, 1],
      parts: [
        { shape: 'sphere', radiusCm: 15.2, material: YELLOW },
        {
          shape: 'group',
          mirrored: true,
          parts: [
            {
              shape: 'sphere',
              radiusCm: 1.6,
              positionCm: [5, 3.8, 13.9],
              rotationDegrees: [-14, 20, 0],
              scale: [0.85, 1.5, 0.3],
              material: INK,
            },
          ],
        },
        {
          // An arc on the ball: each point as far from its middle as the surface is.
          shape: 'tube',
          radiusCm: 0.55,
          pathCm: Array.from({ length: 9 }, (_, index): [number, number, number] => {
            const angle = ((index - 4) / 4) * 1.18;
            const x = 8 * Math.sin(angle);
            const y = 0.6 - 8 * Math.cos(angle);
            return [x, y, Math.sqrt(15.3 ** 2 - x * x - y * y)];
          }),
          material: INK,
        },
      ],
    },
  ],
};
