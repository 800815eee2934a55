/**
 * Faces that never were: a random head in front of a random camera, and what six perfect or imperfect keypoints of it
 * would read. Owns the distributions that the pose net is trained and measured on.
 */

import type { RandomSource } from '../../harness/seeded-random.ts';
import { FACE_MODEL_CM, FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import { fromRotationVector, multiply, rotate, type Vector3 } from '../../src/geometry/quaternion.ts';

/** Half-widths of the even distributions a face is drawn from. */
export interface FaceRange {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
  readonly nearestCm: number;
  readonly farthestCm: number;
  /** How far the head's width, height and depth may be off those of the face model, as fractions. */
  readonly shape: readonly [wide: number, tall: number, deep: number];
  /** Standard deviation of a keypoint's x or y, as a fraction of the frontal face width. */
  readonly noise: number;
  /** Field of view over the longer side, degrees, from..to. */
  readonly fieldOfViewDegrees: readonly [number, number];
}

export interface SyntheticFace {
  readonly pose: HeadPose;
  /** 12 numbers, pixels, y down. */
  readonly keypointsPx: Float64Array;
  /** The true camera. */
  readonly intrinsics: Intrinsics;
}

const ASPECTS: readonly (readonly [number, number])[] = [
  [1280, 720],
  [640, 480],
  [720, 1280],
];
const RADIANS = Math.PI / 180;

/** Draws one face whose keypoints all lie in the image, give or take a tenth. */
export function drawFace(range: FaceRange, random: RandomSource): SyntheticFace {
  for (;;) {
    const face = tryFace(range, random);
    if (face !== null) return face;
  }
}

function tryFace(range: FaceRange, { uniform, normal }: RandomSource): SyntheticFace | null {
  const [widthPx, heightPx] = ASPECTS[Math.floor(uniform(0, ASPECTS.length))]!;
  const fieldOfView = uniform(...range.fieldOfViewDegrees) * RADIANS;
  const focalPx = Math.max(widthPx, heightPx) / 2 / Math.tan(fieldOfView / 2);
  const even = (halfDegrees: number) => uniform(-halfDegrees, halfDegrees) * RADIANS;
  const yaw = fromRotationVector([0, even(range.yawDegrees), 0]);
  const pitch = fromRotationVector([even(range.pitchDegrees), 0, 0]);
  const roll = fromRotationVector([0, 0, even(range.rollDegrees)]);
  const distance = uniform(range.nearestCm, range.farthestCm);
  const translationCm: Vector3 = [
    (uniform(-0.5, 0.5) * widthPx * distance) / focalPx,
    (uniform(-0.5, 0.5) * heightPx * distance) / focalPx,
    -distance,
  ];
  const pose: HeadPose = { rotation: multiply(multiply(yaw, pitch), roll), translationCm };
  const [wide, tall, deep] = range.shape.map((most) => 1 + uniform(-most, most)) as [number, number, number];
  const noisePx = (range.noise * FACE_WIDTH_CM * focalPx) / distance;
  const keypointsPx = new Float64Array(12);
  for (let i = 0; i < 6; i++) {
    const [mx, my, mz] = FACE_MODEL_CM[i]!;
    const shaped: Vector3 = [mx * wide, my * tall, mz * deep];
    const [x, y, z] = rotate(pose.rotation, shaped);
    const depth = -(z + translationCm[2]);
    const xPx = widthPx / 2 + (focalPx * (x + translationCm[0])) / depth;
    const yPx = heightPx / 2 - (focalPx * (y + translationCm[1])) / depth;
    if (!isNearImage(xPx / widthPx) || !isNearImage(yPx / heightPx)) return null;
    keypointsPx[2 * i] = xPx + noisePx * normal();
    keypointsPx[2 * i + 1] = yPx + noisePx * normal();
  }
  return { pose, keypointsPx, intrinsics: { widthPx, heightPx, focalPx } };
}

function isNearImage(fraction: number): boolean {
  return fraction > -0.1 && fraction < 1.1;
}
