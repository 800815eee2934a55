/** A group of filters in the user's language. */
import type { FilterGroup } from '../filters/schema/groups.ts';
import { type TextName, text } from '../shared/text.ts';

export function groupName(group: FilterGroup): string {
  const name: TextName = `group_${group}`;
  return text(name);
}
