/**
 * Hats of felt or leather: a crown with a crease along its top and pinched in front, a brim that is bent.
 * Owns their form; filters own measures, colours and trimmings. Parts are about the lower edge of a hat (hat.ts).
 */
import type { Material, Part } from '../schema/part-schema.ts';
import { along, surface, turn } from './surface.ts';

interface BrimOptions {
  readonly fromCm: number;
  /** How far it reaches to the sides, and to front and back. */
  readonly sideCm: number;
  readonly frontCm: number;
  /** How high its sides are rolled, and how low front and back dip. */
  readonly rollCm: number;
  readonly dipCm: number;
  readonly material: Material;
  readonly piping: Material;
}

const PIPING_CM = 0.17;

export function bentBrim({ fromCm, sideCm, frontCm, rollCm, dipCm, material, piping }: BrimOptions): Part[] {
  const at = (share: number, out: number): [number, number, number] => {
    const { sin, cos } = turn(share);
    // The roll grows towards the edge and draws it in.
    const rolled = rollCm * Math.abs(sin) ** 2.6 * out ** 2.2;
    const x = (fromCm + (sideCm - fromCm) * out) * sin - 0.3 * rolled * sin;
    return [x, rolled - dipCm * cos * cos * out ** 1.5, (fromCm + (frontCm - fromCm) * out) * cos];
  };
  return [
    surface({
      rows: 5,
      columns: 36,
      closed: true,
      twoSided: true,
      material,
      at: (share, up) => at(share, 1 - up),
    }),
    surface({
      rows: 3,
      columns: 36,
      closed: true,
      material: piping,
      at: (share, up) => {
        const [x, y, z] = at(share, 1);
        const { sin, cos } = turn(up);
        const wider = 1 - (PIPING_CM * cos) / sideCm;
        return [x * wider, y - PIPING_CM * sin, z * wider];
      },
    }),
  ];
}

interface CrownOptions {
  readonly radiusCm: number;
  readonly heightCm: number;
  readonly creaseCm: number;
  readonly material: Material;
}

/** Radius and height from the band to the edge of the top, as shares. */
const RADII = [1, 0.985, 0.96, 0.92, 0.84, 0.7, 0.4, 0.02] as const;
const HEIGHTS = [-0.03, 0.3, 0.6, 0.82, 0.95, 1, 0.99, 0.98] as const;
const PINCHES = [0.62, -0.62] as const;

export function creasedCrown({ radiusCm, heightCm, creaseCm, material }: CrownOptions): Part {
  return surface({
    rows: 12,
    columns: 28,
    closed: true,
    material,
    at: (share, up) => {
      const angle = 2 * Math.PI * share;
      const radius = radiusCm * along(RADII, up);
      const top = Math.min(1, Math.max(0, (up - 0.25) / 0.5));
      // Two fingers' dents in front, beside the crease.
      const pinch = PINCHES.reduce(
        (sum, where) =>
          sum + Math.exp(-(((((angle + Math.PI) % (2 * Math.PI)) - Math.PI - where) / 0.38) ** 2)),
        0,
      );
      const dented = radius * (1 - 0.15 * top * pinch);
      const [x, z] = [dented * Math.sin(angle), dented * Math.cos(angle)];
      const crease = creaseCm * Math.exp(-((x / (0.3 * radiusCm)) ** 2)) * Math.max(0, (up - 0.55) / 0.45);
      return [x, heightCm * along(HEIGHTS, up) - crease + (0.05 * top * heightCm * z) / radiusCm, z];
    },
  });
}
