/**
 * BlazeFace as a function, and which of its implementations runs: our own kernels (simd-net.ts) wherever WebAssembly
 * has SIMD, tfjs elsewhere. Owns the choice and what is said when none can start.
 */
import { ProblemError } from '../shared/problem.ts';
import type { ModelFiles } from './model-files.ts';
import { createSimdNet } from './simd-net.ts';

export interface FaceNet {
  /** @param input INPUT_SIDE x INPUT_SIDE x (r, g, b) in -1..1 @returns a fresh array of 896 x 17 numbers (decode.ts) */
  run(input: Float32Array): Float32Array;
}

/** The two builds of the kernels: with relaxed SIMD (Chromium from 114 on, a fifth faster), and without. */
export type KernelsName = 'relaxed' | 'plain';

export interface FaceNetSources {
  readonly files: ModelFiles;
  /** The compiled kernels/index.ts; rejects when the file is not there. */
  readonly readKernels: (name: KernelsName) => Promise<ArrayBuffer>;
  /** For processors without SIMD: most of twenty years ago. */
  readonly startWithoutSimd: (files: ModelFiles) => Promise<FaceNet>;
}

/** @throws ProblemError 'wasm-refused', 'model-missing' (no kernels there) or 'model-corrupt' (not what they should be) */
export async function startFaceNet({
  files,
  readKernels,
  startWithoutSimd,
}: FaceNetSources): Promise<FaceNet> {
  if (await isWasmRefused()) throw new ProblemError('wasm-refused', 'expected WebAssembly, it is refused');
  if (!WebAssembly.validate(SIMD_MODULE)) return startWithoutSimd(files);
  const name = WebAssembly.validate(RELAXED_SIMD_MODULE) ? 'relaxed' : 'plain';
  let bytes: ArrayBuffer;
  try {
    bytes = await readKernels(name);
  } catch (error) {
    throw new ProblemError('model-missing', `the ${name} kernels could not be read: ${error}`);
  }
  let kernels: WebAssembly.Instance;
  try {
    ({ instance: kernels } = await WebAssembly.instantiate(bytes));
  } catch (error) {
    throw new ProblemError('model-corrupt', `the ${name} kernels could not be compiled: ${error}`);
  }
  return createSimdNet(files, kernels);
}

const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
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

/** By policy, or because the browser has none. Who may compile an empty module was refused nothing. */
async function isWasmRefused(): Promise<boolean> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
    return false;
  } catch {
    return true;
  }
}
