/**
 * Makes a new filter ready to edit: `npm run new-filter -- NAME [--group wearable] [--name "Party glasses"]`.
 * Writes the declaration, its place in the list and in the library, its name in each language, the README's count and the
 * popup's picture.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FILTER_GROUPS } from '../src/filters/schema/groups.ts';
import { addName, addToList, countInReadme, declarationOf, isGroup, titleOf } from './new-filter/edits.ts';

const root = join(import.meta.dirname, '..');
const catalogue = join(root, 'src/filters/catalogue');

/** Ends with one sentence for the person at the terminal. */
function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function change(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { group: { type: 'string', default: 'wearable' }, name: { type: 'string' } },
});
const [id = ''] = positionals;
const { group } = values;
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  refuse(`Expected a name like party-glasses, got: ${id || 'none'}`);
if (!isGroup(group)) refuse(`Expected --group with one of: ${FILTER_GROUPS.join(', ')}; got: ${group}`);
const file = join(catalogue, group, `${id}.ts`);
const taken = FILTER_GROUPS.find((one) => existsSync(join(catalogue, one, `${id}.ts`)));
if (taken) refuse(`There is a filter of that name already: src/filters/catalogue/${taken}/${id}.ts`);

const name = values.name ?? titleOf(id);
writeFileSync(file, declarationOf({ id, group, name }));
change(join(catalogue, 'index.ts'), (text) => addToList(text, { id, group }));
const locales = join(root, 'public/_locales');
for (const locale of readdirSync(locales)) {
  change(join(locales, locale, 'messages.json'), (text) => addName(text, { id, name }));
}
change(join(root, 'README.md'), (text) => countInReadme(text, group));

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
run('npm', ['run', '--silent', 'library']);
run('npx', ['biome', 'check', '--write', '--log-level=error', 'src/filters/catalogue', 'public/_locales']);
if (!run('npm', ['run', '--silent', 'previews', '--', '--filter', id]))
  refuse('The preview could not be painted: see above. The rest is there.');
console.log(
  `\nNow edit src/filters/catalogue/${group}/${id}.ts and look at it: npm run contact-sheet -- --filter ${id}`,
);
