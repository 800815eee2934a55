/** The filters of this version, in the order in which they are shown. The first is worn before any choice. */
import { blackAndWhite } from './black-and-white.ts';
import type { Filter } from './filter.ts';
import { glasses } from './glasses.ts';
import { goldenHour } from './golden-hour.ts';

export const FILTERS: readonly Filter[] = [glasses, goldenHour, blackAndWhite];

/** Null when this version has no such filter. */
export function findFilter(id: string): Filter | null {
  return FILTERS.find((filter) => filter.id === id) ?? null;
}
