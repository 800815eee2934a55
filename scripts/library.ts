/**
 * Writes src/filters/library/library.json: what lists need to know of the catalogue's filters, one a line.
 * Run it after a filter was added, renamed or moved: npm run library.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf } from '../packaging/library-entry.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';

const path = join(import.meta.dirname, '../src/filters/library/library.json');
const lines = FILTERS.map((filter) => JSON.stringify(entryOf(filter)));
writeFileSync(path, `[\n  ${lines.join(',\n  ')}\n]\n`);
console.log(`${lines.length} filters -> ${path}`);
