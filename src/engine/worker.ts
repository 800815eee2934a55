/**
 * The engine's worker: loads the models once, then answers every connected port.
 * Owns the start and what is said when it fails; what is detected in a frame is session.ts.
 */

import blazefaceUrl from '../../models/blazeface/model.json?url';
import blazefaceWeightsUrl from '../../models/blazeface/weights.bin?url';
import poseContract from '../../models/pose-blazeface/contract.json' with { type: 'json' };
import poseWeightsUrl from '../../models/pose-blazeface/weights.bin?url';
import { createPoseSolver, type SolvePose } from '../geometry/solve-pose.ts';
import type { FromEngine } from '../shared/engine-protocol.ts';
import { problemOf } from '../shared/problem.ts';
import { answerPort } from './answer-port.ts';
import { type Detector, startDetector } from './faces/detector.ts';
import plainKernelsUrl from './kernels/built/plain.wasm?url';
import relaxedKernelsUrl from './kernels/built/relaxed.wasm?url';
import samplerKernelsUrl from './kernels/built/sampler.wasm?url';
import type { KernelsName } from './net/load-kernels.ts';
import { readModelFile, readModelFiles } from './net/model-files.ts';
import { createFaceSharing } from './share-faces.ts';

const KERNELS_URL: Readonly<Record<KernelsName, string>> = {
  plain: plainKernelsUrl,
  relaxed: relaxedKernelsUrl,
  sampler: samplerKernelsUrl,
};

const joinSharing = createFaceSharing();
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
    answerPort(port, { detector, solvePose }, joinSharing);
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
  const detector = await startDetector({
    files,
    readKernels: (name) => fetchBytes(KERNELS_URL[name]),
    startWithoutSimd: async (given) => (await import('./net/net-without-simd.ts')).startWithoutSimd(given),
  });
  return {
    detector,
    solvePose: createPoseSolver({ weights: new Float32Array(poseWeights), contract: poseContract }),
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`expected ${url}, got status ${response.status}`);
  return response.arrayBuffer();
}
