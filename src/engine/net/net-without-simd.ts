/** The net for processors without SIMD, a chunk of its own: half a megabyte that nobody else loads. */
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import type { FaceNet } from './face-net.ts';
import type { ModelFiles } from './model-files.ts';
import { createTfjsNet } from './tfjs-net.ts';
import { startWasmBackend } from './wasm-backend.ts';

export async function startWithoutSimd(files: ModelFiles): Promise<FaceNet> {
  await startWasmBackend(wasmUrl);
  return createTfjsNet(files);
}
