import { expect, test } from 'vitest';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { LIBRARY } from '../src/filters/library/index.ts';
import { entryOf } from './library-entry.ts';

test('the library says of every filter of the catalogue what its declaration says; `npm run library` writes it anew', () => {
  expect(LIBRARY).toEqual(FILTERS.map(entryOf));
});
