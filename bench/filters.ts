/**
 * `npm run bench:filters`, or `npm run bench -- --filters`: a row for each filter, worn in a real page at 1280x720 and 30
 * frames a second, and one for all groups at once. Fails when a row has too few of them or could not be measured.
 */
import { parseArgs } from 'node:util';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { keepRows } from './filters/kept-rows.ts';
import { filtersTable, LEAST_FPS, rowCells, shortfalls } from './filters/row.ts';
import { measureFilters } from './filters/run.ts';
import { noteOrigin, originLine, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';

const { values } = parseArgs({
  options: {
    /** Some, by group or by id; all by default. */
    group: { type: 'string', multiple: true },
    filter: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    /** A document with a block of figures for the filters: it gets the new ones. */
    into: { type: 'string' },
    /** A file that keeps what is measured: another run of the same commit goes on with the rows that are missing. */
    resume: { type: 'string' },
    /** How bench.ts comes here. */
    filters: { type: 'boolean', default: false },
  },
});
const { group: groups, filter: ids, seconds } = values;
const filters = FILTERS.filter(
  ({ id, group }) => (groups?.includes(group) ?? true) && (ids?.includes(id) ?? true),
);
if (filters.length === 0) throw new Error('Expected --group or --filter to name a filter of the list');

const originOf = noteOrigin();
runInRoot('npm', 'run', '--silent', 'build:demo');
const { commit } = originOf('none');
const kept = keepRows(values.resume, `${commit}, ${seconds} s a row`);
const browser = await measureFilters({
  filters,
  combined: groups === undefined && ids === undefined,
  seconds: Number(seconds),
  kept,
  tell: (row) => console.error(`| ${rowCells(row).join(' | ')} |`),
});
const { rows } = kept;
const origin = originOf(browser);
const failures = shortfalls(rows);
if (values.json) console.log(JSON.stringify({ ...origin, rows, failures }));
else {
  const { alone, together } = LEAST_FPS;
  const what = `1280x720, one face; at least ${alone} frames a second, ${together} with one of each group`;
  const verdict = failures.length === 0 ? 'Every row holds.' : failures.map((text) => `- ${text}`).join('\n');
  publish([originLine(origin), what, filtersTable(rows), verdict].join('\n\n'), 'filters', values.into);
}
if (failures.length > 0) process.exitCode = 1;
