import { afterEach, expect, test, vi } from 'vitest';
import { readKernels } from '../../../packaging/compile-kernels.ts';
import { problemOf } from '../../shared/problem.ts';
import { loadKernels, type ReadKernels } from './load-kernels.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What the user would be told when reading goes as `read` has it. */
const problemWith = (read: ReadKernels) => loadKernels('sampler', read).then(() => null, problemOf);

test('the compiled kernels load', async () => {
  expect(await problemWith(readKernels)).toBe(null);
});

test('kernels that are not there are missing, and others corrupt', async () => {
  expect(await problemWith(() => Promise.reject(new Error('status 404')))).toBe('model-missing');
  expect(await problemWith(async () => new ArrayBuffer(0))).toBe('model-corrupt');
  expect(await problemWith(async (name) => (await readKernels(name)).slice(0, 1000))).toBe('model-corrupt');
});

test('WebAssembly that is refused, and a browser without it', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new Error('refused by policy'));
  expect(await problemWith(readKernels)).toBe('wasm-refused');
  vi.restoreAllMocks();
  vi.stubGlobal('WebAssembly', undefined);
  expect(await problemWith(readKernels)).toBe('wasm-refused');
});
