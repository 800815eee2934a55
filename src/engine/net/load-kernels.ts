/**
 * Compiled kernels (kernels/) -> an instance of them. Owns what is said when there is none.
 */
import { ProblemError } from '../../shared/problem.ts';

/** The sampler's, and the net's in two builds: with relaxed SIMD (Chromium from 114 on, a fifth faster), and without. */
export type KernelsName = 'sampler' | 'relaxed' | 'plain';

/** Reads a compiled file; rejects when it is not there. */
export type ReadKernels = (name: KernelsName) => Promise<ArrayBuffer>;

/** @throws ProblemError 'wasm-refused', 'model-missing' (no file there) or 'model-corrupt' (not what it should be) */
export async function loadKernels(name: KernelsName, read: ReadKernels): Promise<WebAssembly.Instance> {
  if (await isWasmRefused()) throw new ProblemError('wasm-refused', 'expected WebAssembly, it is refused');
  let bytes: ArrayBuffer;
  try {
    bytes = await read(name);
  } catch (error) {
    throw new ProblemError('model-missing', `the ${name} kernels could not be read: ${error}`);
  }
  try {
    return (await WebAssembly.instantiate(bytes)).instance;
  } catch (error) {
    throw new ProblemError('model-corrupt', `the ${name} kernels could not be compiled: ${error}`);
  }
}

/** By policy, or because the browser has none. Who may compile an empty module was refused nothing. */
export async function isWasmRefused(): Promise<boolean> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
    return false;
  } catch {
    return true;
  }
}

/** A magic number and a version. */
export const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
