import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILTERS } from '../../src/filters/catalogue/index.ts';
import { FILTER_GROUPS } from '../../src/filters/schema/groups.ts';
import { parseFilter } from '../../src/render/parse-filter.ts';
import { addName, addToList, countInReadme, declarationOf, titleOf } from './edits.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The declaration that a source holds. */
function evaluate(source: string): unknown {
  const literal = source.slice(source.indexOf('= {') + 2, source.lastIndexOf(';'));
  return new Function(`return (${literal})`)();
}

test.each(FILTER_GROUPS)('a new filter of the group %s is valid, under its name', (group) => {
  const declared = evaluate(declarationOf({ id: 'new-one', group, name: "Nobody's" }));
  expect(parseFilter(declared)).toMatchObject({ id: 'new-one', group, name: "Nobody's" });
});

test.each(FILTER_GROUPS)('it is the last of the group %s in the list, and imported', (group) => {
  const list = addToList(read('src/filters/catalogue/index.ts'), { id: 'new-one', group });
  expect(list).toContain(`import { newOne } from './${group}/new-one.ts';`);
  const last = FILTERS.findLast((filter) => filter.group === group);
  const variable = last?.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(list).toContain(`\n  ${variable},\n  newOne,\n`);
});

test('its name stands after those of the others, and every other text is as it was', () => {
  const before = JSON.parse(read('public/_locales/en/messages.json'));
  const after = JSON.parse(
    addName(read('public/_locales/en/messages.json'), { id: 'new-one', name: 'New one' }),
  );
  expect(after).toEqual({ ...before, filter_new_one: { message: 'New one' } });
});

test('the README counts it in its own row alone', () => {
  const readme = read('README.md');
  const counted = countInReadme(readme, 'framing');
  const changed = counted.split('\n').filter((line, index) => line !== readme.split('\n')[index]);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatch(/^\| framing \| 4:/);
});

test('an id is made a title', () => {
  expect(titleOf('party-glasses')).toBe('Party glasses');
});
