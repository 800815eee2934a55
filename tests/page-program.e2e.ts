/** What a call's page is given of us: programs that paint, and nothing that prepares, reads a canvas or asks for WebGL. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { getBuild } from '../harness/builds.ts';

const readScript = (file: string) => readFile(join(getBuild('dist-demo'), 'src', file), 'utf8');
const injected = await readScript('injected/pipeline.iife.js');
const hook = await readScript('content/hook/hook.iife.js');
/** A third of what it was when it prepared looks, too. */
const MOST_GZIP_BYTES = 80_000;

test.each([
  ['three', /BufferGeometry|WebGLRenderer|__THREE__/],
  ['schemas of declarations', /valibot|_issues|safeParse/],
  ['a canvas', /OffscreenCanvas|getImageData|getContext|Path2D/],
  ['WebGL', /webgl|readPixels/i],
  ['the catalogue', /cat-eye-glasses|golden-hour/],
])('the injected program holds nothing of %s', (_, its) => {
  expect(injected.match(its)?.[0]).toBeUndefined();
});

test('the injected program is small', () => {
  expect(gzipSync(injected, { level: 9 }).length).toBeLessThan(MOST_GZIP_BYTES);
});

test('the hook, which has a canvas for the photos that a page takes, reads none', () => {
  expect(hook).toContain('convertToBlob');
  expect(hook.match(/getImageData|readPixels|webgl/i)?.[0]).toBeUndefined();
});
