/**
 * Head pose from a picture with two models and nothing of the extension: BlazeFace finds six keypoints, the pose net
 * turns them into rotation and translation. Explained in docs/pose-solver.md; runs in article-usage.test.ts.
 */

import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import * as blazeface from '@tensorflow-models/blazeface';
import contract from '../../models/pose/contract.json' with { type: 'json' };
import {
  type CanonicalView,
  canonicalise,
  raysFromPixels,
  restorePose,
} from '../../src/geometry/canonical-keypoints.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';

const imageWidth = 512;
const imageHeight = 512;

// Pixels, y down -> the net's twelve numbers, y up: the face moved to the middle, upright, one size.
// The view remembers what was done, for the way back.
const normalizeLandmarks = (landmarks: number[][]) => {
  const rays = new Float64Array(12);
  raysFromPixels(landmarks.flat(), assumeIntrinsics(imageWidth, imageHeight), rays);
  const normalized = new Float32Array(12);
  const view = canonicalise(rays, normalized);
  return { normalized, view };
};

// Seven standardised numbers -> quaternion x, y, z, w and centimetres x, y, z in front of the camera.
const denormalizeOutput = (output: ArrayLike<number>, view: CanonicalView): HeadPose => {
  const values = Array.from(output, (x, i) => x * contract.scale[i]! + contract.mean[i]!);
  return restorePose(values, view);
};

/** Where the two model.json files are: addresses, or tfjs IO handlers. */
export interface ModelSources {
  readonly blazeface: string | tf.io.IOHandler;
  readonly pose: string | tf.io.IOHandler;
}

/** The heads in a square picture (an image element, or a tensor [512, 512, 3] of 0..255). */
export async function findPoses(
  image: HTMLImageElement | tf.Tensor3D,
  models: ModelSources,
): Promise<HeadPose[]> {
  const faceModel = await blazeface.load({ modelUrl: models.blazeface });
  const poseModel = await loadLayersModel(models.pose);

  const predictions = await faceModel.estimateFaces(image, false);

  return predictions.map((prediction) => {
    const { normalized, view } = normalizeLandmarks(prediction.landmarks as number[][]);
    // tidy gives the tensors' memory back.
    const output = tf.tidy(() => {
      const response = poseModel.predict(tf.tensor(normalized, [1, 6, 2])) as tf.Tensor;
      return response.dataSync();
    });
    return denormalizeOutput(output, view);
  });
}
