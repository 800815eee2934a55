import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { taper } from '../../shapes/taper.ts';
import { lightning } from '../picture/lightning.ts';

const COLORS = ['#ff2f7d', '#ff2f7d', '#d01fb0', '#8a2be2', '#4b3df0'] as const;
const SPIKES = 12;

/** Spikes of hair from the forehead over the top, longest above. */
const mohawk: Part[] = Array.from({ length: SPIKES }, (_, index) => {
  const share = index / (SPIKES - 1);
  const angle = (58 - 120 * share) * (Math.PI / 180);
  const root: [number, number, number] = [0, 6.3 + 9.9 * Math.cos(angle), -11.9 + 9.8 * Math.sin(angle)];
  const length = 3.6 + 3.4 * Math.sin(Math.PI * (0.2 + 0.7 * share));
  const along = (part: number): [number, number, number] => [
    (index % 2 === 0 ? 0.55 : -0.55) * (0.4 + part),
    root[1] + length * part * Math.cos(angle * 0.8),
    root[2] + length * part * Math.sin(angle * 0.8),
  ];
  return taper({
    pathCm: [along(-0.2), along(0.02), along(0.3), along(0.68), along(1)],
    radiiCm: [0.8, 1.35, 1.3, 0.75, 0],
    material: { color: COLORS[Math.floor(share * (COLORS.length - 0.01))] ?? COLORS[0], roughness: 0.75 },
  });
});

const STUD = { color: '#e8ecf2', metalness: 1, roughness: 0.15 } as const;

/** A mohawk and a bolt of lightning. */
export const rockStar: Filter = {
  version: 1,
  id: 'rock-star',
  name: 'Rock star',
  description: 'A pink mohawk, a painted bolt and strong colours',
  group: 'look',
  onFailure: 'open',
  grade: { lut: 'vivid.cube', strength: 0.8 },
  ...(lightning.pictures && { pictures: lightning.pictures }),
  parts: [
    ...mohawk,
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'torus',
          radiusCm: 0.7,
          tubeCm: 0.14,
          positionCm: [8.9, -1.9, -13.2],
          rotationDegrees: [0, 70, 0],
          material: STUD,
        },
      ],
    },
  ],
};
