/**
 * BlazeFace by tfjs: what runs where WebAssembly has no SIMD, and what our own kernels are compared with.
 * Owns the tfjs model and its tensors; pictures and faces are unknown here.
 */
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { type io, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { ProblemError } from '../../shared/problem.ts';
import { INPUT_SIDE } from './anchors.ts';
import type { FaceNet } from './face-net.ts';
import type { ModelFiles } from './model-files.ts';

/** Needs a started backend (wasm-backend.ts). Runs once on an empty picture, so that the first real one is not slow. */
export async function createTfjsNet(files: ModelFiles): Promise<FaceNet> {
  const model = await loadGraphModel({ load: async () => toArtifacts(files) });
  // No tidy() about this: it would search the result for tensors, number by number, which takes as long as the net.
  const run = (input: Float32Array): Float32Array => {
    const picture = tensor4d(input, [1, INPUT_SIDE, INPUT_SIDE, 3]);
    try {
      const output = model.predict(picture) as Tensor;
      const rows = output.dataSync<'float32'>();
      output.dispose();
      return rows;
    } finally {
      picture.dispose();
    }
  };
  run(new Float32Array(INPUT_SIDE * INPUT_SIDE * 3));
  return { run };
}

/** tfjs's own form of a model in memory. The files' checksums are known, so their form is trusted. */
function toArtifacts({ topology, weights }: ModelFiles): io.ModelArtifacts {
  const model: io.ModelJSON = JSON.parse(new TextDecoder().decode(topology));
  const manifest = model.weightsManifest[0];
  if (!manifest) throw new ProblemError('model-corrupt', 'expected one group of weights, got none');
  return {
    modelTopology: model.modelTopology,
    format: 'graph-model',
    ...(model.signature && { signature: model.signature }),
    weightSpecs: manifest.weights,
    weightData: weights,
  };
}
