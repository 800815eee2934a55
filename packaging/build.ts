/**
 * Builds the extension: `tsx packaging/build.ts [--mode production|demo|testing] [--filter ID]`.
 * Testing builds need --filter: that filter is on, for every site, from the first frame.
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { FILTERS } from '../src/filters/catalogue/index.ts';

const { values } = parseArgs({
  options: { mode: { type: 'string', default: 'production' }, filter: { type: 'string' } },
});

const { mode, filter } = values;
const known = FILTERS.map(({ id }) => id);
if (mode === 'testing' && (filter === undefined || !known.includes(filter))) {
  console.error(`Expected --filter with one of: ${known.join(', ')}; got: ${filter ?? 'none'}`);
  process.exit(1);
}

if (filter !== undefined) process.env.FILTROU_FORCED_FILTER = filter;
await build({ mode, logLevel: 'warn' });
console.log(`Built the extension into ${mode === 'production' ? 'dist' : `dist-${mode}`}/`);
