import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { countWeights, createPoseNet } from './pose-net.ts';

const FOLDER = new URL('../../models/pose/', import.meta.url);
const bytes = new Uint8Array(readFileSync(new URL('weights.bin', FOLDER)));
const model = JSON.parse(readFileSync(new URL('model.json', FOLDER), 'utf8'));

test('the plain code says what tfjs says of the same files', async () => {
  const { modelTopology, weightsManifest } = model;
  const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData: bytes.buffer };
  const reference = await loadLayersModel({ load: async () => artifacts });
  const net = createPoseNet({ layers: [12, 64, 64, 7], weights: new Float32Array(bytes.buffer) });
  for (let seed = 0; seed < 20; seed++) {
    const input = Float32Array.from({ length: 12 }, (_, i) => 1.5 * Math.sin(3 * seed + 7 * i + 1));
    const expected = (reference.predict(tf.tensor(input, [1, 6, 2])) as tf.Tensor).dataSync();
    expect(expected.length).toBe(7);
    net(input).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 4);
    });
  }
});

test('a net by hand: one hidden layer, the negative half cut off', () => {
  // hidden = relu(x * [2, -2] + [1, 1]), output = hidden . [1, 10] + 0.5
  const net = createPoseNet({ layers: [1, 2, 1], weights: Float32Array.of(2, -2, 1, 1, 1, 10, 0.5) });
  expect(net([0])[0]).toBeCloseTo(11.5, 6);
  expect(net([3])[0]).toBeCloseTo(7.5, 6);
  expect(net([-3])[0]).toBeCloseTo(70.5, 6);
});

test('weights are counted as layers say', () => {
  expect(countWeights([12, 64, 64, 7])).toBe(5447);
  expect(() => createPoseNet({ layers: [2, 2], weights: new Float32Array(5) })).toThrow(
    'expects 6 weights, got 5',
  );
});
