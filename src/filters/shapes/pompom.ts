/** A bobble of wool: a ball with dents all over. Owns its form; filters own size and colour. */
import type { Material, Part } from '../schema/part-schema.ts';
import { surface } from './surface.ts';

const COLUMNS = 18;
const ROWS = 9;
const DENT = 0.14;

export function pompom(radiusCm: number, material: Material): Part {
  return surface({
    rows: ROWS,
    columns: COLUMNS,
    closed: true,
    material,
    at: (share, up) => {
      const [column, row] = [Math.round(COLUMNS * share), Math.round(ROWS * up)];
      // Every third place stands out, shifted from row to row.
      const radius = radiusCm * ((column + row) % 3 === 0 ? 1 + DENT : 1 - DENT / 2);
      const level = Math.PI * (up - 0.5);
      const angle = 2 * Math.PI * share;
      const out = radius * Math.cos(level);
      return [out * Math.sin(angle), radius * Math.sin(level), out * Math.cos(angle)];
    },
  });
}
