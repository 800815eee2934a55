import { expect, test } from 'vitest';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { FILTER_GROUPS } from '../src/filters/schema/groups.ts';
import { parseFilter } from '../src/render/parse-filter.ts';
import { filterFiles } from './filter-files.ts';

interface EmittedFile {
  readonly fileName: string;
  readonly source: string;
}

test('every filter of the catalogue is in the file of its group, under its id, with all that it declares', () => {
  const files: EmittedFile[] = [];
  const { generateBundle } = filterFiles() as unknown as {
    generateBundle: (this: { emitFile(file: EmittedFile): void }) => void;
  };
  generateBundle.call({ emitFile: (file) => files.push(file) });
  expect(files.map(({ fileName }) => fileName)).toEqual(
    FILTER_GROUPS.map((group) => `filters/${group}.json`),
  );
  const found = FILTERS.map(({ id, group }) => {
    const file = files.find(({ fileName }) => fileName === `filters/${group}.json`);
    return JSON.parse(file?.source ?? '{}')[id];
  });
  // JSON knows no -0, and numbers are written with six digits.
  const sixDigits = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  expect(found).toEqual(JSON.parse(JSON.stringify(FILTERS, sixDigits)));
  for (const declared of found) expect(() => parseFilter(declared)).not.toThrow();
});
