import { expect, test } from 'vitest';
import { FILTERS } from '../catalogue/index.ts';
import { entryOf } from './entry-of.ts';
import { LIBRARY } from './index.ts';

test('the library says of every filter of the catalogue what its declaration says; `npm run library` writes it anew', () => {
  expect(LIBRARY).toEqual(FILTERS.map(entryOf));
});
