import { expect, test } from 'vitest';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { filterFiles } from './filter-files.ts';

interface EmittedFile {
  readonly fileName: string;
  readonly source: string;
}

test('every filter of the catalogue has one file, named after its id, that says all that it declares', () => {
  const files: EmittedFile[] = [];
  const { generateBundle } = filterFiles() as unknown as {
    generateBundle: (this: { emitFile(file: EmittedFile): void }) => void;
  };
  generateBundle.call({ emitFile: (file) => files.push(file) });
  expect(files.map(({ fileName }) => fileName)).toEqual(FILTERS.map(({ id }) => `filters/${id}.json`));
  // JSON knows no -0.
  const declared: unknown = JSON.parse(JSON.stringify(FILTERS));
  expect(files.map(({ source }) => JSON.parse(source))).toEqual(declared);
});
