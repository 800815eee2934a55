/** A line drawing for each group of filters, for the tile of a filter that has no picture yet. */
import type { FilterGroup } from '../filters/schema/groups.ts';

const SIGNS: Readonly<Record<FilterGroup, string>> = {
  // Glasses.
  wearable: 'M2 12h3m22 0h3M5 15a5 5 0 0 0 10 0v-3H5zM17 15a5 5 0 0 0 10 0v-3H17zM15 13q1-1 2 0',
  // A mask.
  picture:
    'M4 11q12-4 24 0q0 11-8 12q-3-5-4-5t-4 5q-8-1-8-12zM8.5 14.5q3-2 5 .5q-3 2-5-.5zM23.5 14.5q-3-2-5 .5q3 2 5-.5z',
  // Three overlapping circles of colour.
  grade:
    'M16 4.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM11.5 13a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM20.5 13a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  // A star among dots.
  particles: 'M16 6l2.6 6.6L25 15l-6.4 2.4L16 24l-2.6-6.6L7 15l6.4-2.4zM5 6v.01M27 7v.01M6 25v.01M26 24v.01',
  // Eyes behind a bar.
  privacy: 'M4 12h24v8H4zM9 16h3m8 0h3M8 24q8 5 16 0M8 8q8-5 16 0',
  // Corners around a head.
  framing: 'M4 10V4h6M22 4h6v6M28 22v6h-6M10 28H4v-6M16 9a4 4 0 1 0 0 8a4 4 0 1 0 0-8M9 24q0-5 7-5t7 5',
  // A picture with a line of words below.
  border: 'M4 5h24v22H4zM8 20h10M8 23.5h6',
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
