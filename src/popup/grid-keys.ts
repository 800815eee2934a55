/**
 * Where the focus goes in a grid when a key is pressed.
 * Pure; the browser reads a grid of any script from the first cell to the last, and so do Left and Right here.
 */

export interface Grid {
  readonly count: number;
  readonly columns: number;
}

/** The index that the key leads to from `index`, or null for a key that does not move. Nothing wraps or leaves the grid. */
export function movedIndex(key: string, index: number, { count, columns }: Grid): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, last);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'ArrowDown':
      return index + columns <= last ? index + columns : index;
    case 'ArrowUp':
      return index - columns >= 0 ? index - columns : index;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
