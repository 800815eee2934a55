/** OpenCV's SQPNP (Terzakis and Lourakis 2020) on our keypoints. Owns OpenCV's matrices and the change to its axes. */
import { createRequire } from 'node:module';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import { fromRotationVector, multiply, type Vector3 } from '../../src/geometry/quaternion.ts';

/** The little of opencv-js that is used; its own types leave solvePnP's flags out. */
interface Matrix {
  readonly data64F: Float64Array;
}
interface OpenCv {
  readonly CV_64F: number;
  readonly SOLVEPNP_SQPNP: number;
  readonly Mat: new () => Matrix;
  matFromArray(rows: number, columns: number, type: number, values: readonly number[]): Matrix;
  solvePnP(
    object: Matrix,
    image: Matrix,
    camera: Matrix,
    distortion: Matrix,
    rotation: Matrix,
    translation: Matrix,
    guess: boolean,
    method: number,
  ): boolean;
}

/** Loads OpenCV (about a second) and allocates once. */
export async function createSqpnp(
  model: readonly Vector3[],
): Promise<(keypointsPx: ArrayLike<number>, intrinsics: Intrinsics) => HeadPose> {
  const cv: OpenCv = createRequire(import.meta.url)('@techstark/opencv-js');
  await started(cv);
  const object = cv.matFromArray(6, 3, cv.CV_64F, model.flat());
  const image = cv.matFromArray(6, 2, cv.CV_64F, new Array(12).fill(0));
  const camera = cv.matFromArray(3, 3, cv.CV_64F, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const distortion = cv.matFromArray(4, 1, cv.CV_64F, [0, 0, 0, 0]);
  const [rotation, translation] = [new cv.Mat(), new cv.Mat()];
  return (keypointsPx, { widthPx, heightPx, focalPx }) => {
    for (let i = 0; i < 12; i++) image.data64F[i] = keypointsPx[i]!;
    camera.data64F.set([focalPx, 0, widthPx / 2, 0, focalPx, heightPx / 2, 0, 0, 1]);
    cv.solvePnP(object, image, camera, distortion, rotation, translation, false, cv.SOLVEPNP_SQPNP);
    const [rx = 0, ry = 0, rz = 0] = rotation.data64F;
    const [tx = 0, ty = 0, tz = 1] = translation.data64F;
    // OpenCV's camera looks along +z with y down: half a turn about x away from ours.
    return {
      rotation: multiply([1, 0, 0, 0], fromRotationVector([rx, ry, rz])),
      translationCm: [tx, -ty, -tz],
    };
  };
}

/** Waits for OpenCV's wasm. The module has a `then` that resolves to itself, so it must never be awaited. */
async function started(cv: OpenCv): Promise<void> {
  if ('Mat' in cv) return;
  await new Promise<void>((resolve) => Object.assign(cv, { onRuntimeInitialized: () => resolve() }));
}
