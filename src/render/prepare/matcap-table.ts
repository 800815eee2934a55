/**
 * All materials of a filter in one texture, so that parts of different materials are drawn together.
 * Owns the layout of the cells; what is in one is studio-light.ts.
 */
import { DataTexture, LinearFilter, NearestFilter, type Texture } from 'three';
import type { Material } from '../../filters/schema/part-schema.ts';
import { nextTurn } from '../../shared/next-turn.ts';
import { bakeMatcap, MATCAP_SIZE } from './studio-light.ts';

export interface MatcapTable {
  readonly columns: number;
  readonly rows: number;
  /** For looking up at corners: filtered, so that a turning head does not make shades jump. */
  readonly smooth: Texture;
  /** For looking up at pixels: unfiltered, at half the cost; neighbours differ by a shade at most. */
  readonly sharp: Texture;
}

/** 16 x 16 cells of 128 pixels fit the smallest texture that WebGL2 allows. */
const MOST_COLUMNS = 16;
const MOST_MATERIALS = MOST_COLUMNS ** 2;

/**
 * Bakes the materials, one a turn of the event loop, in the order of their slots.
 * @throws Error when there are more than fit
 */
export async function createMatcapTable(materials: readonly Material[]): Promise<MatcapTable> {
  if (materials.length > MOST_MATERIALS) {
    throw new Error(
      `Materials of a filter: expected ${MOST_MATERIALS} at most, received ${materials.length}`,
    );
  }
  const columns = Math.min(MOST_COLUMNS, materials.length);
  const rows = Math.ceil(materials.length / columns);
  const widthPx = columns * MATCAP_SIZE;
  const rgba = new Uint8Array(widthPx * rows * MATCAP_SIZE * 4);
  for (const [slot, material] of materials.entries()) {
    await nextTurn();
    const cell = bakeMatcap(material);
    const corner = Math.floor(slot / columns) * MATCAP_SIZE * widthPx + (slot % columns) * MATCAP_SIZE;
    for (let row = 0; row < MATCAP_SIZE; row += 1) {
      const line = cell.subarray(4 * row * MATCAP_SIZE, 4 * (row + 1) * MATCAP_SIZE);
      rgba.set(line, 4 * (corner + row * widthPx));
    }
  }
  const texture = (filter: typeof LinearFilter | typeof NearestFilter) => {
    const table = new DataTexture(rgba, widthPx, rows * MATCAP_SIZE);
    table.minFilter = filter;
    table.magFilter = filter;
    table.needsUpdate = true;
    return table;
  };
  return { columns, rows, smooth: texture(LinearFilter), sharp: texture(NearestFilter) };
}
