/**
 * Lists all filters: `npm run --silent filters` as a Markdown table, with --json as [{"id", "name", "group", "onFailure"}].
 * Owns the printing alone; the list is src/filters/catalogue/index.ts.
 */
import { parseArgs } from 'node:util';
import { FILTERS } from '../src/filters/catalogue/index.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

if (values.json) {
  const rows = FILTERS.map(({ id, name, group, onFailure }) => ({ id, name, group, onFailure }));
  console.log(JSON.stringify(rows));
} else {
  console.log('| group | filter | what it is | when it cannot be drawn |');
  console.log('|---|---|---|---|');
  for (const { name, description, group, onFailure } of FILTERS) {
    const outcome = onFailure === 'closed' ? 'nothing of the picture is shown' : 'the plain camera';
    console.log(`| ${group} | ${name} | ${description} | ${outcome} |`);
  }
}
