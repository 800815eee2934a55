import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { onFailureOf } from './closed.ts';
import { parseFilter } from './filter.ts';
import { FILTERS, findFilter } from './index.ts';
import { LUT_NAMES, lutText } from './luts.ts';

const folder = new URL('./', import.meta.url);
/** What lies in this folder and is no filter. */
const OTHERS = [
  'closed.ts',
  'filter.ts',
  'index.ts',
  'look.ts',
  'luts.ts',
  'part-schema.ts',
  'picture-schema.ts',
];
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !OTHERS.includes(file),
);

test('every file here is a filter of the list, named after its id', () => {
  expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(FILTERS.map(({ id }) => id).sort());
});

test('every filter of the list is valid and does something', () => {
  for (const filter of FILTERS) {
    expect(parseFilter(filter)).toEqual(filter);
    expect(filter.parts ?? filter.pictures ?? filter.grade).toBeDefined();
    expect(findFilter(filter.id)).toBe(filter);
  }
  expect(findFilter('no-such-filter')).toBeNull();
});

test('the short list of filters that must hold says what their declarations say', () => {
  for (const { id, onFailure } of FILTERS) expect(onFailureOf([id]), id).toBe(onFailure);
  expect(onFailureOf([])).toBe('open');
  expect(onFailureOf(FILTERS.map(({ id }) => id))).toBe('closed');
});

test('there is one of each kind', () => {
  const groups = new Set(FILTERS.map(({ group }) => group));
  for (const group of ['wearable', 'picture', 'grade', 'look'] as const) expect(groups).toContain(group);
});

test('grades and colour tables agree: each names one that is there, none lies unused', () => {
  const used = new Set(FILTERS.flatMap(({ grade }) => (grade ? [grade.lut] : [])));
  expect([...used].sort()).toEqual([...LUT_NAMES].sort());
  for (const name of LUT_NAMES) {
    expect(lutText(name)).toBe(readFileSync(new URL(`luts/${name}`, folder), 'utf8'));
  }
  expect(() => lutText('missing.cube')).toThrow('Colour table: expected one of');
});
