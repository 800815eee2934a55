/** Who may import whom: walks the tree by import-table.json. No file is an exception; types count as code does. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import table from './import-table.json' with { type: 'json' };

const SRC = dirname(fileURLToPath(import.meta.url));

/** A room is a folder of the table; what it lists are rooms, folders within rooms, or files without their ending. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = table;

/** Libraries that a few rooms alone may touch. */
const OWNERS_OF: readonly (readonly [library: RegExp, rooms: readonly string[]])[] = [
  [/^three(\/|$)/, ['render']],
  [/^@tensorflow/, ['engine']],
  [/^preact/, ['ui', 'popup', 'welcome']],
];

/** Paths are relative to src, with slashes. */
interface Import {
  readonly file: string;
  readonly specifier: string;
  /** Null for what is not ours. */
  readonly target: string | null;
}

const isInside = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`) || path.replace(/\.tsx?$/, '') === place;

/** Of rooms within rooms the innermost. */
function roomOf(path: string): string | null {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file));

const imports: readonly Import[] = files.flatMap((file) => {
  const source = readFileSync(join(SRC, file), 'utf8');
  const found = source.matchAll(
    /^(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
  );
  return [...found].map(([, from, dynamic, bare]) => {
    const specifier = from ?? dynamic ?? bare ?? '';
    const path = relative(SRC, join(SRC, dirname(file), specifier)).replaceAll('\\', '/');
    // A script or an address that the browser is given is no import: none of its code comes along.
    const isOurs =
      specifier.startsWith('.') && !/\?(script|url|raw)$/.test(specifier) && !path.startsWith('..');
    return { file, specifier, target: isOurs ? path : null };
  });
});

test('the walk finds the imports of every room that has some', () => {
  expect(new Set(imports.map(({ file }) => roomOf(file))).size).toBeGreaterThan(10);
});

test('every file of src is in a room, and every room has files', () => {
  const homeless = files.filter(
    (file) => file.includes('/') && roomOf(file) === null && !file.includes('kernels/'),
  );
  expect(homeless).toEqual([]);
  expect(Object.keys(MAY_IMPORT).filter((room) => !files.some((file) => roomOf(file) === room))).toEqual([]);
});

test('rooms import only what the table allows', () => {
  const wrong = imports.filter(({ file, target }) => {
    const room = roomOf(file);
    if (target === null || room === null || isInside(target, room)) return false;
    return !MAY_IMPORT[room]?.some((place) => isInside(target, place));
  });
  expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('a library with owners is imported by them alone', () => {
  const wrong = imports.filter(({ file, specifier }) =>
    OWNERS_OF.some(
      ([library, owners]) => library.test(specifier) && !owners.some((room) => isInside(file, room)),
    ),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const importedBy = new Map(files.map((file) => [file, new Set<string>()]));
  for (const { file, target } of imports) if (target !== null) importedBy.get(target)?.add(file);
  // What imports nothing of ours is taken away, again and again; what is left goes in circles.
  const left = new Map(files.map((file) => [file, 0]));
  for (const { file, target } of imports)
    if (target !== null && left.has(target)) left.set(file, left.get(file)! + 1);
  const free = files.filter((file) => left.get(file) === 0);
  for (const file of free) {
    left.delete(file);
    for (const importer of importedBy.get(file) ?? []) {
      const count = imports.filter((one) => one.file === importer && one.target === file).length;
      const rest = (left.get(importer) ?? 0) - count;
      left.set(importer, rest);
      if (rest === 0) free.push(importer);
    }
  }
  expect([...left.keys()]).toEqual([]);
});

test('every place that a room may import is imported by it', () => {
  const unused = Object.entries(MAY_IMPORT).flatMap(([room, places]) =>
    places
      .filter(
        (place) =>
          !imports.some(
            ({ file, target }) => target !== null && roomOf(file) === room && isInside(target, place),
          ),
      )
      .map((place) => `${room} -> ${place}`),
  );
  expect(unused).toEqual([]);
});
