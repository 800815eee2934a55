/**
 * All materials of a filter in one array, so that parts of different materials are drawn together.
 * Owns the layout of the cells; what is in one is studio-light.ts.
 */
import type { Material } from '../../filters/schema/part-schema.ts';
import { nextTurn } from '../../shared/next-turn.ts';
import type { MatcapTexels } from '../prepared-parts.ts';
import { bakeMatcap, MATCAP_RIM, MATCAP_SIZE } from './studio-light.ts';

/** A vertex names its cell by one byte. */
const MOST_MATERIALS = 256;
const CELL_AREA_PX = MATCAP_SIZE * MATCAP_SIZE;

/**
 * Bakes the materials, one a turn of the event loop, in the order of their slots. Null for none.
 * @throws Error when there are more than fit
 */
export async function bakeMatcaps(materials: readonly Material[]): Promise<MatcapTexels | null> {
  if (materials.length === 0) return null;
  if (materials.length > MOST_MATERIALS) {
    throw new Error(
      `Materials of a filter: expected ${MOST_MATERIALS} at most, received ${materials.length}`,
    );
  }
  const words = new Uint32Array(materials.length * CELL_AREA_PX);
  for (const [slot, material] of materials.entries()) {
    await nextTurn();
    words.set(new Uint32Array(bakeMatcap(material).buffer), slot * CELL_AREA_PX);
  }
  return { cellPx: MATCAP_SIZE, rim: MATCAP_RIM, words };
}
