/**
 * BlazeFace as a function, and which of its implementations runs: our own kernels (simd-net.ts) wherever WebAssembly
 * has SIMD, tfjs elsewhere. Owns the choice.
 */
import type { FaceNet } from './face-net.ts';
import { EMPTY_MODULE, loadKernels, type ReadKernels } from './load-kernels.ts';
import type { ModelFiles } from './model-files.ts';
import { createSimdNet } from './simd-net.ts';

export interface NetSources {
  readonly files: ModelFiles;
  readonly readKernels: ReadKernels;
  /** For processors without SIMD: most of twenty years ago. */
  readonly startWithoutSimd: (files: ModelFiles) => Promise<FaceNet>;
}

/** Where WebAssembly is not refused (load-kernels.ts). @throws ProblemError of loadKernels */
export async function startFaceNet({ files, readKernels, startWithoutSimd }: NetSources): Promise<FaceNet> {
  if (!WebAssembly.validate(SIMD_MODULE)) return startWithoutSimd(files);
  const name = WebAssembly.validate(RELAXED_SIMD_MODULE) ? 'relaxed' : 'plain';
  return createSimdNet(files, await loadKernels(name, readKernels));
}

/** () => void, whose body is to follow. */
const ONE_FUNCTION = [...EMPTY_MODULE, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10];
/** i32.const 0, i8x16.splat */
const VECTOR = [0x41, 0, 0xfd, 15];
/** drop, end */
const DONE = [0x1a, 0x0b];
const SIMD_MODULE = new Uint8Array([...ONE_FUNCTION, 9, 1, 7, 0, ...VECTOR, ...DONE]);
/** f32x4.relaxed_madd of three vectors. */
const RELAXED_SIMD_MODULE = new Uint8Array([
  ...ONE_FUNCTION,
  ...[20, 1, 18, 0, ...VECTOR, ...VECTOR, ...VECTOR, 0xfd, 0x85, 2, ...DONE],
]);
