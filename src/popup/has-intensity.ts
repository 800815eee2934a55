/** Whether a filter can be worn by degrees: a hat is on or it is not. */
import type { FilterGroup } from '../filters/filter.ts';
import type { ShownFilter } from './filter-name.ts';

const BY_DEGREES: ReadonlySet<FilterGroup> = new Set(['picture', 'grade', 'particles', 'privacy', 'framing']);

export function hasIntensity({ group }: ShownFilter): boolean {
  return BY_DEGREES.has(group);
}
