/** What the popup needs of a filter's declaration, and the filter's name in the user's language. */
import type { Filter } from '../filters/schema/filter.ts';
import { textOr } from '../shared/text.ts';

export type ShownFilter = Pick<Filter, 'id' | 'name' | 'group'>;

export function filterName({ id, name }: Pick<Filter, 'id' | 'name'>): string {
  return textOr(name, `filter_${id.replaceAll('-', '_')}`);
}
