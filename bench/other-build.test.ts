import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scriptsOf } from './build-scripts.ts';
import { prepareOtherBuild } from './other-build.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'filtroume-other-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function put(file: string, content: unknown): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), JSON.stringify(content));
}

const manifest = (matches: string[], ending = 'js') => ({
  version: '9.8.7',
  content_scripts: [
    { js: [`some/bridge.${ending}`], matches },
    { js: [`some/hook.${ending}`], matches, world: 'MAIN' },
  ],
});
const weighed = { weighed: true };

test.each([['http://localhost/*'], ['http://*/*']])(
  'a built extension is taken as it is, wherever its scripts lie: %s',
  (site) => {
    put('manifest.json', manifest([site]));
    put('some/hook.js', '');
    put('some/bridge.js', '');
    expect(scriptsOf(dir)).toMatchObject({ hook: 'some/hook.js', bridge: 'some/bridge.js' });
    expect(prepareOtherBuild(dir, weighed)).toMatchObject({ dir, sized: { dir, like: 'dist-demo' } });
  },
);

test('a folder that is neither a build nor a checkout is refused', () => {
  expect(() => prepareOtherBuild(dir, weighed)).toThrow('neither manifest.json');
});

test('a build that is not for localhost is refused, with the way to make one', () => {
  put('manifest.json', manifest(['https://meet.google.com/*']));
  put('some/hook.js', '');
  put('some/bridge.js', '');
  expect(() => prepareOtherBuild(dir, weighed)).toThrow('build:demo');
});

test('sources are no build, and a checkout without packages says what is missing', () => {
  put('manifest.json', manifest(['http://localhost/*'], 'ts'));
  put('some/hook.ts', '');
  put('some/bridge.ts', '');
  expect(() => prepareOtherBuild(dir, weighed)).toThrow('to be built');
  put('package.json', { name: 'filtroume' });
  expect(() => prepareOtherBuild(dir, weighed)).toThrow('npm ci');
});

test('a manifest without a script for pages is refused', () => {
  put('manifest.json', { content_scripts: [] });
  expect(() => prepareOtherBuild(dir, weighed)).toThrow('a script for pages');
});
