import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import jpeg from 'jpeg-js';
import { expect, test } from 'vitest';
import { startWasmBackend } from '../../src/engine/net/wasm-backend.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import { rotate } from '../../src/geometry/quaternion.ts';
import { findPoses } from './article-usage.ts';

const ROOT = new URL('../../', import.meta.url);

/** A model folder as a tfjs IO handler, where there is no server. */
function fromFolder(name: string): tf.io.IOHandler {
  const read = (file: string) => readFileSync(new URL(`models/${name}/${file}`, ROOT));
  const { modelTopology, weightsManifest, format } = JSON.parse(read('model.json').toString());
  const weightData = new Uint8Array(read('weights.bin')).buffer;
  return {
    load: async () => ({ modelTopology, format, weightSpecs: weightsManifest[0].weights, weightData }),
  };
}

function readPicture(path: string): tf.Tensor3D {
  const { width, height, data } = jpeg.decode(readFileSync(new URL(path, ROOT)), {
    useTArray: true,
    formatAsRGBA: false,
  });
  return tf.tensor3d(Float32Array.from(data), [height, width, 3]);
}

test('the example finds the astronaut, upright, facing the camera, at arm length', async () => {
  await startWasmBackend(null);
  const picture = readPicture('tests/fixtures/astronaut.jpg');
  const poses = await findPoses(picture, { blazeface: fromFolder('blazeface'), pose: fromFolder('pose') });

  expect(poses.length).toBe(1);
  const [pose] = poses;
  const [, upY] = rotate(pose!.rotation, [0, 1, 0]);
  const [, , outZ] = rotate(pose!.rotation, [0, 0, 1]);
  expect(upY).toBeGreaterThan(0.9);
  expect(outZ).toBeGreaterThan(0.9);
  // Where the tip of the nose is in the picture, by eye.
  const [x, y] = projectFacePoint(FACE_MODEL_CM[2]!, pose!, assumeIntrinsics(512, 512));
  expect(Math.hypot(x - NOSE_PX[0], y - NOSE_PX[1])).toBeLessThan(10);
  expect(pose!.translationCm[2]).toBeLessThan(-30);
});

const NOSE_PX = [225, 128] as const;
