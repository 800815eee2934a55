/** Words have one meaning each: no two things of src share an exported name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = import.meta.dirname;

/** The kernels are programs of their own, in another language. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !file.includes('engine/kernels/'),
  );

const exported = files.flatMap((file) => {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = source.matchAll(/^export (?:async )?(?:const|function|class|interface|type|let) (\w+)/gm);
  return [...found].map(([, name = '']) => ({ name, file }));
});

test('names are found', () => {
  expect(exported.length).toBeGreaterThan(400);
});

test('no exported name stands twice', () => {
  const twice = exported.filter(({ name, file }) =>
    exported.some((one) => one.name === name && one.file !== file),
  );
  expect(twice.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
});
