/** Which net runs where. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readBlazefaceFiles } from '../../../harness/node-detector.ts';
import { readKernels } from '../../../packaging/compile-kernels.ts';
import { INPUT_SIDE } from './anchors.ts';
import type { FaceNet } from './face-net.ts';
import type { ModelFiles } from './model-files.ts';
import { type NetSources, startFaceNet } from './start-net.ts';

const PICTURE = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3).fill(0.2);
const WITHOUT_SIMD: FaceNet = { run: () => new Float32Array(1) };

let files: ModelFiles;
beforeAll(async () => {
  files = await readBlazefaceFiles();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const start = (changed: Partial<NetSources> = {}) =>
  startFaceNet({ files, readKernels, startWithoutSimd: async () => WITHOUT_SIMD, ...changed });

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
