/**
 * Which filters the grid shows, and in what order: by tab, by words.
 * Pure; what is not shown is listed too, so that the grid can keep it.
 */
import { FILTER_GROUPS, type FilterGroup } from '../filters/schema/groups.ts';
import type { ShownFilter } from '../ui/filter-name.ts';

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
}

export function arrange(filters: readonly ShownFilter[], view: GridView): Arrangement {
  const sections = sectionsOf(filters, view).filter((section) => section.filters.length > 0);
  const shown = new Set(sections.flatMap((section) => section.filters));
  return { sections, rest: filters.filter((filter) => !shown.has(filter)) };
}

function sectionsOf(filters: readonly ShownFilter[], view: GridView): GridSection[] {
  const { tab, favourites, recent } = view;
  const words = plain(view.search).split(' ').filter(Boolean);
  if (words.length > 0) {
    const found = filters.filter((filter) => {
      const text = plain(view.wordsOf(filter));
      return words.every((word) => text.includes(word));
    });
    return [whole(found)];
  }
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

/** Without case and accents, for who types "oculos" for "óculos". */
function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
    .replace(/\s+/g, ' ');
}
