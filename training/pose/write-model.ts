/**
 * Writes a trained net as files: tfjs layers format for whoever has tfjs, the same weights in order for plain code,
 * and the contract that says what the numbers mean. Owns the file formats; the contract's words are in describe-net.ts.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import type { TrainedNet } from './train-net.ts';

const LICENCE = new URL('../../LICENSE', import.meta.url);

/** Writes model.json, weights.bin, contract.json and LICENSE into `folder` (a directory URL). */
export async function writeModel(
  folder: URL,
  net: TrainedNet,
  contract: Record<string, unknown>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const weights = new Uint8Array(net.weights.buffer, net.weights.byteOffset, net.weights.byteLength);
  const model = `${JSON.stringify(layersModel(net.layers), null, 1)}\n`;
  const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
  const whole = {
    ...contract,
    layers: net.layers,
    scale: net.scale,
    mean: net.mean,
    sha256: { 'model.json': sha256(model), 'weights.bin': sha256(weights) },
  };
  await writeFile(new URL('model.json', folder), model);
  await writeFile(new URL('weights.bin', folder), weights);
  await writeFile(new URL('contract.json', folder), `${JSON.stringify(whole, null, 2)}\n`);
  await copyFile(LICENCE, new URL('LICENSE', folder));
}

/** The tfjs layers topology: [batch, 6, 2] -> flatten -> dense layers with ReLU between them. */
function layersModel(widths: readonly number[]): object {
  const dense = widths.slice(1).map((units, i) => ({
    class_name: 'Dense',
    config: {
      name: `dense_${i + 1}`,
      units,
      activation: i === widths.length - 2 ? 'linear' : 'relu',
      use_bias: true,
      trainable: true,
    },
  }));
  const layers = [
    {
      class_name: 'InputLayer',
      config: { name: 'keypoints', batch_input_shape: [null, 6, 2], dtype: 'float32' },
    },
    { class_name: 'Flatten', config: { name: 'flatten', trainable: true } },
    ...dense,
  ];
  const weights = widths.slice(1).flatMap((units, i) => [
    { name: `dense_${i + 1}/kernel`, shape: [widths[i], units], dtype: 'float32' },
    { name: `dense_${i + 1}/bias`, shape: [units], dtype: 'float32' },
  ]);
  return {
    format: 'layers-model',
    generatedBy: 'training/pose',
    convertedBy: null,
    modelTopology: { class_name: 'Sequential', config: { name: 'pose', layers } },
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
}
