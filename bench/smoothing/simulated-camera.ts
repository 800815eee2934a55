/**
 * A camera and a detector that do not exist: a motion script becomes noisy keypoints, and these the poses a solver reads.
 * Owns noise and timing (frame rate, which frames are detected, how late the answer is); does not smooth.
 */

import { createRandom } from '../../harness/seeded-random.ts';
import { FACE_MODEL_CM, FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import { refinePose } from '../../src/geometry/gauss-newton.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import type { HeadMotion } from './head-motions.ts';

export interface CameraTiming {
  readonly framesPerSecond: number;
  /** Every n-th frame is detected. */
  readonly detectEvery: number;
  /** So many frames later its answer is there. */
  readonly latencyFrames: number;
}

export interface DetectorNoise {
  /** Standard deviation a coordinate of a keypoint, % of the face's width. */
  readonly percentOfFaceWidth: number;
  /** Seconds over which errors of a keypoint resemble each other; 0: white. */
  readonly correlationSeconds: number;
}

export interface SimulatedFrame {
  readonly seconds: number;
  readonly truth: HeadPose;
  /** The pose read off this frame; null when the frame is not detected. */
  readonly measured: HeadPose | null;
}

const INTRINSICS = assumeIntrinsics(1280, 720);

/** Every frame of a motion, seeded: the same arguments give the same frames. */
export function simulateFrames(
  motion: HeadMotion,
  { framesPerSecond, detectEvery }: CameraTiming,
  noise: DetectorNoise,
): SimulatedFrame[] {
  const random = createRandom(20200103);
  const errors = Float64Array.from({ length: 12 }, () => random.normal());
  const kept = noise.correlationSeconds > 0 ? Math.exp(-1 / framesPerSecond / noise.correlationSeconds) : 0;
  return Array.from({ length: Math.round(motion.seconds * framesPerSecond) }, (_, frame) => {
    const seconds = frame / framesPerSecond;
    const truth = motion.poseAt(seconds);
    errors.forEach((error, i) => {
      errors[i] = kept * error + Math.sqrt(1 - kept * kept) * random.normal();
    });
    if (frame % detectEvery !== 0) return { seconds, truth, measured: null };
    return { seconds, truth, measured: readPose(truth, errors, noise.percentOfFaceWidth) };
  });
}

/** Keypoints of the pose plus errors (standard normal), solved by least squares from the true pose. */
function readPose(truth: HeadPose, errors: Float64Array, percentOfFaceWidth: number): HeadPose {
  const faceWidthPx = (INTRINSICS.focalPx * FACE_WIDTH_CM) / -truth.translationCm[2];
  const noisePx = (percentOfFaceWidth / 100) * faceWidthPx;
  const rays = FACE_MODEL_CM.flatMap((point, i) => {
    const [x, y] = projectFacePoint(point, truth, INTRINSICS);
    return [
      (x + noisePx * errors[2 * i]! - INTRINSICS.widthPx / 2) / INTRINSICS.focalPx,
      (INTRINSICS.heightPx / 2 - y - noisePx * errors[2 * i + 1]!) / INTRINSICS.focalPx,
    ];
  });
  return refinePose(truth, { rays, steps: 6 });
}
