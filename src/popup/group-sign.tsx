/** A line drawing for each group of filters, for the tile of a filter that has no picture yet. */
import type { FilterGroup } from '../filters/filter.ts';

const SIGNS: Readonly<Record<FilterGroup, string>> = {
  // Glasses.
  wearable: 'M2 12h3m22 0h3M5 15a5 5 0 0 0 10 0v-3H5zM17 15a5 5 0 0 0 10 0v-3H17zM15 13q1-1 2 0',
  // A mask.
  picture:
    'M4 11q12-4 24 0q0 11-8 12q-3-5-4-5t-4 5q-8-1-8-12zM8.5 14.5q3-2 5 .5q-3 2-5-.5zM23.5 14.5q-3-2-5 .5q3 2 5-.5z',
  // Three overlapping circles of colour.
  grade:
    'M16 4.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM11.5 13a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM20.5 13a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  // A face with a sparkle.
  look: 'M14 7a9.5 9.5 0 1 0 8.5 8M10.5 14v1m7-1v1M10 19.5q4 3.5 8 0M24 3l1.3 3.7L29 8l-3.7 1.3L24 13l-1.3-3.7L19 8l3.7-1.3z',
};

export function GroupSign({ group }: { readonly group: FilterGroup }) {
  return (
    <svg class="sign" viewBox="0 0 32 32" aria-hidden="true">
      <path d={SIGNS[group]} />
    </svg>
  );
}
