/** Who may import whom: the linter says so per file, this walks the tree and also finds what has no rule. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = dirname(fileURLToPath(import.meta.url));

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // Types of the wire name types of geometry; neither imports any code of ours.
  shared: ['geometry'],
  geometry: [],
  filters: ['geometry', 'shared'],
  engine: ['geometry', 'shared'],
  tracking: ['geometry', 'shared'],
  render: ['geometry', 'shared', 'filters'],
  content: ['tracking', 'render', 'geometry', 'filters', 'shared'],
  popup: ['filters', 'shared', 'render'],
  // The welcome page shows filters and the wearer with the popup's parts.
  welcome: ['filters', 'shared', 'popup'],
  background: ['filters', 'shared'],
};

/**
 * Files that more may import than their folder: what the popup's parts show of the wearer's camera has to be
 * what a call would see, so they open the frame path itself, by this one door.
 */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'content/own-camera.ts': ['popup'],
};

/** Libraries that a folder or two alone may touch. */
const OWNER_OF: readonly (readonly [library: RegExp, folders: readonly string[]])[] = [
  [/^three(\/|$)/, ['render']],
  [/^@tensorflow/, ['engine']],
  [/^preact/, ['popup', 'welcome']],
];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOfTree(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(SRC, file), 'utf8');
    const found = source.matchAll(
      /^(?:import|export)\s(type\s)?[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
    );
    return [...found].map(([, type, from, dynamic, bare]) => ({
      file,
      folder: file.split(/[\\/]/)[0] ?? '',
      specifier: from ?? dynamic ?? bare ?? '',
      typeOnly: type !== undefined,
    }));
  });
}

const imports = importsOfTree();

test('the walk finds the imports of every folder that has some', () => {
  expect(new Set(imports.map(({ folder }) => folder)).size).toBeGreaterThan(5);
});

test('every folder of src has a rule', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});

test('folders import only what they may', () => {
  const wrong = imports.filter(({ file, folder, specifier }) => {
    if (!specifier.startsWith('.') || specifier.endsWith('?script')) return false;
    const target = relative(SRC, join(SRC, dirname(file), specifier));
    if (target.startsWith('..')) return false;
    if (DOORS[target.replaceAll('\\', '/')]?.includes(folder)) return false;
    const [targetFolder = ''] = target.split(/[\\/]/);
    return targetFolder !== folder && !MAY_IMPORT[folder]?.includes(targetFolder);
  });
  expect(wrong).toEqual([]);
});

test('a library with owners is imported by them alone', () => {
  const wrong = imports.filter(({ folder, specifier }) =>
    OWNER_OF.some(([library, owners]) => library.test(specifier) && !owners.includes(folder)),
  );
  expect(wrong).toEqual([]);
});

test('shared imports of ours only types', () => {
  expect(
    imports.filter(
      (entry) => entry.folder === 'shared' && entry.specifier.startsWith('../') && !entry.typeOnly,
    ),
  ).toEqual([]);
});
