/** Which net runs where, and what is said when none can. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readKernels } from '../../scripts/compile-kernels.ts';
import { readBlazefaceFiles } from '../../training/node-detector.ts';
import { problemOf } from '../shared/problem.ts';
import { INPUT_SIDE } from './anchors.ts';
import { type FaceNet, type FaceNetSources, startFaceNet } from './face-net.ts';
import type { ModelFiles } from './model-files.ts';

const PICTURE = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3).fill(0.2);
const WITHOUT_SIMD: FaceNet = { run: () => new Float32Array(1) };

let files: ModelFiles;
beforeAll(async () => {
  files = await readBlazefaceFiles();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const start = (changed: Partial<FaceNetSources> = {}) =>
  startFaceNet({ files, readKernels, startWithoutSimd: async () => WITHOUT_SIMD, ...changed });
const problemWith = (changed: Partial<FaceNetSources>) => start(changed).then(() => null, problemOf);

/** Lets WebAssembly accept modules of up to so many bytes alone: those with relaxed SIMD are the largest. */
function acceptModulesUpTo(bytes: number) {
  vi.spyOn(WebAssembly, 'validate').mockImplementation((module) => module.byteLength <= bytes);
}

test.each([
  ['relaxed SIMD takes the relaxed kernels', 100, ['relaxed']],
  ['SIMD alone takes the plain ones', 35, ['plain']],
  ['no SIMD takes neither', 8, []],
])('%s', async (_, acceptedBytes, expected) => {
  acceptModulesUpTo(acceptedBytes);
  const read: string[] = [];
  const net = await start({
    async readKernels(name) {
      read.push(name);
      return readKernels('plain');
    },
  });
  expect(read).toEqual(expected);
  expect(net === WITHOUT_SIMD).toBe(expected.length === 0);
  expect(net.run(PICTURE).every(Number.isFinite)).toBe(true);
});

test('kernels that are not there, and kernels that are none', async () => {
  expect(await problemWith({ readKernels: () => Promise.reject(new Error('status 404')) })).toBe(
    'model-missing',
  );
  expect(await problemWith({ readKernels: async () => new ArrayBuffer(0) })).toBe('model-corrupt');
  const cut = async () => (await readKernels('plain')).slice(0, 1000);
  expect(await problemWith({ readKernels: cut })).toBe('model-corrupt');
});

test('WebAssembly that is refused, and a browser without', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new Error('refused by policy'));
  expect(await problemWith({})).toBe('wasm-refused');
  vi.restoreAllMocks();
  vi.stubGlobal('WebAssembly', undefined);
  expect(await problemWith({})).toBe('wasm-refused');
});
