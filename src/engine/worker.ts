/**
 * The engine's worker: loads the models once, then answers every connected port.
 * Owns the start and what is said when it fails; what is looked at in a frame is session.ts.
 */

import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import blazefaceUrl from '../../models/blazeface/model.json?url';
import blazefaceWeightsUrl from '../../models/blazeface/weights.bin?url';
import poseContract from '../../models/pose-blazeface/contract.json' with { type: 'json' };
import poseWeightsUrl from '../../models/pose-blazeface/weights.bin?url';
import { createPoseSolver, type SolvePose } from '../geometry/solve-pose.ts';
import type { FromEngine } from '../shared/engine-protocol.ts';
import { problemOf } from '../shared/problem.ts';
import { answerPort } from './answer-port.ts';
import { createDetector, type Detector } from './detector.ts';
import { readModelFile, readModelFiles } from './model-files.ts';
import { startWasmBackend } from './wasm-backend.ts';

const started = start();
// Every port hears of a failure by itself.
started.catch(() => {});

self.addEventListener('message', ({ data, ports }: MessageEvent) => {
  const [port] = ports;
  if (data?.type === 'connect' && port) void serve(port);
});

async function serve(port: MessagePort): Promise<void> {
  try {
    const { detector, solvePose } = await started;
    answerPort(port, { detector, solvePose });
  } catch (error) {
    const problem = problemOf(error) ?? 'engine-silent';
    port.postMessage({ type: 'problem', problem } satisfies FromEngine);
  }
}

async function start(): Promise<{ readonly detector: Detector; readonly solvePose: SolvePose }> {
  const files = await readModelFiles((name) =>
    fetchBytes(name === 'model.json' ? blazefaceUrl : blazefaceWeightsUrl),
  );
  const poseWeights = await readModelFile(
    () => fetchBytes(poseWeightsUrl),
    poseContract.sha256['weights.bin'],
  );
  await startWasmBackend(wasmUrl);
  return {
    detector: await createDetector(files),
    solvePose: createPoseSolver({ weights: new Float32Array(poseWeights), contract: poseContract }),
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`expected ${url}, got status ${response.status}`);
  return response.arrayBuffer();
}
