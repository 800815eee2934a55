/**
 * Where the focus goes in a grid when a key is pressed.
 * Pure; the browser reads a grid of any script from the first cell to the last, and so do Left and Right here.
 */

/** Where a cell lies, pixels. Rows may be of different lengths, with headings between them. */
export interface CellPlace {
  readonly left: number;
  readonly top: number;
}

/** The index that the key leads to from `index`, or null for a key that does not move. Nothing wraps or leaves the grid. */
export function movedIndex(key: string, index: number, cells: readonly CellPlace[]): number | null {
  const last = cells.length - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, last);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'ArrowDown':
      return nearestInRow(index, cells, 1);
    case 'ArrowUp':
      return nearestInRow(index, cells, -1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The cell of the row below (1) or above (-1) that lies nearest to the side; the same cell where there is no such row. */
function nearestInRow(index: number, cells: readonly CellPlace[], side: 1 | -1): number {
  const from = cells[index];
  if (!from) return index;
  let best = index;
  for (const [candidate, { left, top }] of cells.entries()) {
    const now = cells[best];
    if (!now || side * (top - from.top) <= 0) continue;
    const nearerRow = best === index || side * (top - now.top) < 0;
    const nearerInRow = top === now.top && Math.abs(left - from.left) < Math.abs(now.left - from.left);
    if (nearerRow || nearerInRow) best = candidate;
  }
  return best;
}
