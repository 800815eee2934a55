/** What the grid shows of a filter, and the filter's name in the user's language. */
import type { LibraryEntry } from '../filters/library/index.ts';
import { textOr } from '../shared/text.ts';

export type ShownFilter = Pick<LibraryEntry, 'id' | 'name' | 'group'>;

export function filterName({ id, name }: Pick<LibraryEntry, 'id' | 'name'>): string {
  return textOr(name, `filter_${id.replaceAll('-', '_')}`);
}
