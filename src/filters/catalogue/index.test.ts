import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFilter } from '../../render/parse-filter.ts';
import { FILTER_GROUPS } from '../schema/groups.ts';
import { LUT_NAMES } from '../schema/luts.ts';
import { FILTERS, findFilter } from './index.ts';

const folder = new URL('./', import.meta.url);
/** By group and id: 'wearable/glasses.ts'. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts'));

test('every file in a folder here is a filter of the list, in the folder of its group and named after its id', () => {
  expect(files.sort()).toEqual(FILTERS.map(({ id, group }) => `${group}/${id}.ts`).sort());
});

test('every filter of the list is valid and does something', () => {
  for (const filter of FILTERS) {
    expect(parseFilter(filter)).toEqual(filter);
    const { parts, pictures, grade, hide, particles, framing, screen } = filter;
    expect(parts ?? pictures ?? grade ?? hide ?? particles ?? framing ?? screen).toBeDefined();
    expect(findFilter(filter.id)).toBe(filter);
  }
  expect(findFilter('no-such-filter')).toBeNull();
});

test('no two filters share a name, and they stand together by group, in the order of the groups', () => {
  expect(new Set(FILTERS.map(({ name }) => name)).size).toBe(FILTERS.length);
  const groups = FILTERS.map(({ group }) => group);
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...FILTER_GROUPS]);
});

test('the README counts the filters of each group', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, table = ''] = readme.split('| group | filters |');
  const counts = [...table.split('\n\n')[0]!.matchAll(/^\| \D[^|]*\| (\d+):/gm)].map(([, count]) =>
    Number(count),
  );
  expect(counts).toEqual(
    FILTER_GROUPS.map((group) => FILTERS.filter((filter) => filter.group === group).length),
  );
});

test('ids that settings hold stay: a filter that somebody wears does not vanish', () => {
  const worn = [
    'glasses',
    'party-hat',
    'crown',
    'carnival-mask',
    'cat',
    'golden-hour',
    'black-and-white',
    'noir',
  ];
  for (const id of worn) expect(findFilter(id), id).not.toBeNull();
});

test('what hides is for privacy, what is for privacy hides, and nothing else is closed', () => {
  for (const { id, group, hide, onFailure } of FILTERS) {
    expect(hide !== undefined, id).toBe(group === 'privacy');
    expect(onFailure, id).toBe(group === 'privacy' ? 'closed' : 'open');
  }
});

test('each filter has its preview, and no preview is left of another', () => {
  const previews = readdirSync(new URL('../previews/', folder)).map((file) => file.replace('.webp', ''));
  expect(previews.sort()).toEqual(FILTERS.map(({ id }) => id).sort());
});

test('grades and colour tables agree: each names one that is there, none lies unused', () => {
  const used = new Set(FILTERS.flatMap(({ grade }) => (grade ? [grade.lut] : [])));
  expect([...used].sort()).toEqual([...LUT_NAMES].sort());
});
