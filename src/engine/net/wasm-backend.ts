/**
 * Starts tfjs on WebAssembly, one thread. Owns the backend's flags and the ways it can fail to start.
 */

import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { type ProblemCode, ProblemError } from '../../shared/problem.ts';
import { isWasmRefused } from './load-kernels.ts';

/** Compiling 425 kB takes 0.1-0.5 s on slow machines; where WASM is refused, setBackend never settles at all. */
const START_TIMEOUT_MS = 8_000;

/**
 * @param wasmUrl where the build of tfjs-backend-wasm that fits this processor is served; null leaves it to tfjs (Node)
 * @throws ProblemError 'wasm-refused', 'model-missing' (no file there) or 'model-corrupt' (a file, but not that one)
 */
export async function startWasmBackend(wasmUrl: string | null, timeoutMs = START_TIMEOUT_MS): Promise<void> {
  // The threaded build dies in extension pages, and two threads gain nothing on a net of this size.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (wasmUrl !== null) {
    // tfjs demands an entry for each of its builds; it asks for the one that fits the processor.
    setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmUrl,
      'tfjs-backend-wasm-simd.wasm': wasmUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': wasmUrl,
    });
  }
  const outcome = await settleWithin(setBackend('wasm'), timeoutMs);
  if (outcome === true) return;
  throw new ProblemError(await findCause(wasmUrl), `expected tfjs to start on wasm, got ${outcome}`);
}

async function settleWithin<T>(promise: Promise<T>, timeoutMs: number): Promise<T | string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer in ${timeoutMs} ms`), timeoutMs);
  });
  try {
    return await Promise.race([promise.catch((error: unknown) => `${error}`), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** tfjs says the same whatever went wrong. */
async function findCause(wasmUrl: string | null): Promise<ProblemCode> {
  if (await isWasmRefused()) return 'wasm-refused';
  try {
    const { ok } = await fetch(wasmUrl ?? '');
    return ok ? 'model-corrupt' : 'model-missing';
  } catch {
    return 'model-missing';
  }
}
