import { expect, test } from 'vitest';
import type { ShownFilter } from '../ui/filter-name.ts';
import { arrange, type GridView } from './arrange.ts';

const filters: readonly ShownFilter[] = [
  { id: 'glasses', name: 'Óculos redondos', group: 'wearable' },
  { id: 'mask', name: 'Máscara', group: 'picture' },
  { id: 'crown', name: 'Coroa', group: 'wearable' },
  { id: 'noir', name: 'Noir', group: 'grade' },
];
const view: GridView = { tab: 'all', search: '', favourites: [], recent: [], wordsOf: ({ name }) => name };
const ids = (change: Partial<GridView>) =>
  arrange(filters, { ...view, ...change }).sections.map(({ filters: shown }) => shown.map(({ id }) => id));

test('all filters come by group, each once', () => {
  expect(ids({})).toEqual([['glasses', 'crown'], ['mask'], ['noir']]);
});

test('whatever is shown, every filter is either shown or in the rest', () => {
  for (const tab of ['all', 'favourites', 'recent', 'wearable', 'border'] as const) {
    for (const search of ['', 'o', 'nothing such']) {
      const { sections, rest } = arrange(filters, { ...view, tab, search, favourites: ['noir'] });
      const all = [...sections.flatMap((section) => section.filters), ...rest];
      expect(all.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        filters.toSorted((a, b) => a.id.localeCompare(b.id)),
      );
    }
  }
});

test('favourites keep the order of the list, recent ones are newest first, unknown ones are left out', () => {
  expect(ids({ tab: 'favourites', favourites: ['noir', 'glasses', 'gone'] })).toEqual([['glasses', 'noir']]);
  expect(ids({ tab: 'recent', recent: ['noir', 'gone', 'glasses'] })).toEqual([['noir', 'glasses']]);
});

test('words are found without accents and case, in any order, in every tab', () => {
  expect(ids({ search: 'oculos' })).toEqual([['glasses']]);
  expect(ids({ search: '  REDOND  ócul', tab: 'grade' })).toEqual([['glasses']]);
  expect(ids({ search: 'zebra' })).toEqual([]);
});
