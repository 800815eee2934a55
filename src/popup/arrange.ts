/**
 * Which filters the grid shows, and in what order: by tab, by words.
 * Pure; what is not shown is listed too, so that the grid can keep it.
 */
import { FILTER_GROUPS, type FilterGroup } from '../filters/schema/groups.ts';
import type { ShownFilter } from '../ui/filter-name.ts';
import { findFilters } from './find-filters.ts';

export type GridTab = 'all' | 'favourites' | 'recent' | FilterGroup;

export interface GridView {
  readonly tab: GridTab;
  /** What the user looks for; empty for everything. Words are looked for in all tabs. */
  readonly search: string;
  readonly favourites: readonly string[];
  readonly recent: readonly string[];
  /** All that a filter may be found by. */
  readonly wordsOf: (filter: ShownFilter) => string;
}

export interface GridSection {
  readonly key: string;
  /** Null for the whole grid: then no heading is needed. */
  readonly group: FilterGroup | null;
  readonly filters: readonly ShownFilter[];
}

export interface Arrangement {
  readonly sections: readonly GridSection[];
  readonly rest: readonly ShownFilter[];
  /** What is looked for is not there: these are the nearest. */
  readonly isNearest: boolean;
}

export function arrange(filters: readonly ShownFilter[], view: GridView): Arrangement {
  const found = view.search.trim() === '' ? null : findFilters(filters, view.search, view.wordsOf);
  const all = found ? [whole(found.filters)] : sectionsOf(filters, view);
  const sections = all.filter((section) => section.filters.length > 0);
  const shown = new Set(sections.flatMap((section) => section.filters));
  const rest = filters.filter((filter) => !shown.has(filter));
  return { sections, rest, isNearest: found?.isNearest === true && sections.length > 0 };
}

function sectionsOf(filters: readonly ShownFilter[], view: GridView): GridSection[] {
  const { tab, favourites, recent } = view;
  if (tab === 'favourites') return [whole(filters.filter(({ id }) => favourites.includes(id)))];
  if (tab === 'recent')
    return [whole(recent.flatMap((id) => filters.find((filter) => filter.id === id) ?? []))];
  const groups = tab === 'all' ? FILTER_GROUPS : [tab];
  return groups.map((group) => ({
    key: group,
    group: tab === 'all' ? group : null,
    filters: filters.filter((filter) => filter.group === group),
  }));
}

function whole(filters: readonly ShownFilter[]): GridSection {
  return { key: 'whole', group: null, filters };
}
