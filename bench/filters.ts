/**
 * `npm run bench:filters`, or `npm run bench -- --filters`: a row for each filter, worn in a real page at 1280x720 and 30 frames a second, and one for all
 * groups at once. --group NAME and --filter ID (repeatable) choose some, --seconds N of each, --json for one object.
 */
import { parseArgs } from 'node:util';
import { FILTERS } from '../src/filters/index.ts';
import { type FilterRow, measureFilters } from './filters/run.ts';
import { noteOrigin, originLine, runInRoot } from './machine.ts';

const { values } = parseArgs({
  options: {
    group: { type: 'string', multiple: true },
    filter: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    /** How bench.ts comes here. */
    filters: { type: 'boolean', default: false },
  },
});
const { group: groups, filter: ids } = values;
const filters = FILTERS.filter(
  ({ id, group }) => (groups?.includes(group) ?? true) && (ids?.includes(id) ?? true),
);
if (filters.length === 0) throw new Error('Expected --group or --filter to name a filter of the list');

const originOf = noteOrigin();
runInRoot('npm', 'run', '--silent', 'build:demo');
const line = ({ name, group, fps, renderMs, latencyMs, bytes }: FilterRow) => {
  const both = ({ p50, p95 }: FilterRow['renderMs']) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  return `| ${[name, group, fps.toFixed(1), both(renderMs), both(latencyMs), bytes].join(' | ')} |`;
};
const { rows, browser } = await measureFilters({
  filters,
  combined: groups === undefined && ids === undefined,
  seconds: Number(values.seconds),
  tell: (row) => console.error(line(row)),
});
if (values.json) console.log(JSON.stringify({ ...originOf(browser), rows }));
else {
  console.log(`1280x720, one face, ms p50 / p95 · ${originLine(originOf(browser))}\n`);
  console.log('| filter | group | fps | render ms | added ms | bytes |');
  console.log('|---|---|---|---|---|---|');
  for (const row of rows) console.log(line(row));
}
