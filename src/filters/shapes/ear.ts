/** Upright ears: a shell of fur, hollow in front, lined with skin. Owns their shape; filters own size, colours and place. */
import type { Material, Part } from '../schema/part-schema.ts';
import { along, surface, turn } from './surface.ts';

export interface EarOptions {
  readonly heightCm: number;
  /** Half the width, spread evenly from below to the tip. */
  readonly halfWidthsCm: readonly number[];
  readonly fur: Material;
  readonly lining: Material;
  /** What share of the width the lining takes. */
  readonly liningShare?: number;
  /** How far the tip bends forward. */
  readonly bendCm?: number;
  /** Of few triangles, where an ear is one thing among many. */
  readonly small?: boolean;
}

/** How deep the hollow is and how far the back bulges, as shares of half the width. */
const HOLLOW = 0.34;
const RIM = 0.24;
const BACK = 0.5;
/** The lower edge follows the round of the head. */
const DIP_CM = 0.7;

/** About the middle of its root, facing +z, standing on y = 0 and reaching a little below. */
export function ear({
  heightCm,
  halfWidthsCm,
  fur,
  lining,
  liningShare = 0.68,
  bendCm = 0,
  small = false,
}: EarOptions): Part[] {
  const half = (up: number) => along(halfWidthsCm, up);
  const place = (x: number, z: number, up: number): [number, number, number] => [
    x,
    heightCm * up - DIP_CM * (1 - up) * (1 - (x / Math.max(0.1, half(up))) ** 2),
    z + bendCm * up * up,
  ];
  const front = (cos: number) => RIM * cos - (HOLLOW + RIM) * cos * cos;
  return [
    surface({
      rows: small ? 6 : 8,
      columns: small ? 10 : 14,
      closed: true,
      material: fur,
      at: (share, up) => {
        const { sin, cos } = turn(share);
        return place(half(up) * sin, half(up) * (cos > 0 ? front(cos) : BACK * cos), up);
      },
    }),
    surface({
      rows: small ? 5 : 6,
      columns: small ? 4 : 6,
      material: lining,
      at: (share, part) => {
        const up = 0.1 + 0.76 * part;
        // Pointed above and rounded below, whatever the outline.
        const width = liningShare * half(up) * Math.min(1, (5 * (1 - part)) ** 0.7, 0.75 + part);
        const x = width * (2 * share - 1);
        const cos = Math.sqrt(Math.max(0, 1 - (x / Math.max(0.1, half(up))) ** 2));
        return place(x, half(up) * front(cos) + 0.05 * half(up) + 0.04, up);
      },
    }),
  ];
}
