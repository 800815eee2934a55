/**
 * Improves a head pose by Gauss-Newton on the reprojection error of the six keypoints, rotation in its tangent space.
 * Owns the normal equations and the damping; does not know pixels (points are rays at z = -1) nor where a first pose comes from.
 */
import { FACE_MODEL_CM } from './face-model.ts';
import type { HeadPose } from './head-pose.ts';
import {
  fromRotationVector,
  multiply,
  normalize,
  type Quaternion,
  rotate,
  type Vector3,
} from './quaternion.ts';

export interface Refinement {
  /** Six points (x, y) where the rays cross the plane z = -1 of camera space, y up: 12 numbers. */
  readonly rays: ArrayLike<number>;
  /** Inverse variances of the six points, any unit; omitted: all alike. */
  readonly weights?: ArrayLike<number>;
  readonly steps: number;
  /** The face, six points in cm; omitted: FACE_MODEL_CM. */
  readonly model?: readonly Vector3[];
}

/** A point nearer than this to the camera's plane, or behind it, makes a pose impossible. */
const NEAREST_CM = 1;

/** Upper triangle of the 6x6 normal matrix in rows, then its right side; overwritten by each step. */
const normal = new Float64Array(36);
const gradient = new Float64Array(6);
const jacobian = new Float64Array(6);

/** Weighted sum of squared reprojection errors on the plane z = -1; Infinity if a point is behind the camera. */
export function reprojectionCost(
  { rotation, translationCm }: HeadPose,
  options: Omit<Refinement, 'steps'>,
): number {
  const { rays, weights, model = FACE_MODEL_CM } = options;
  let cost = 0;
  for (let i = 0; i < model.length; i++) {
    const [x, y, z] = rotate(rotation, model[i]!);
    const depth = -(z + translationCm[2]);
    if (depth < NEAREST_CM) return Number.POSITIVE_INFINITY;
    const errorX = (x + translationCm[0]) / depth - rays[2 * i]!;
    const errorY = (y + translationCm[1]) / depth - rays[2 * i + 1]!;
    cost += (weights?.[i] ?? 1) * (errorX * errorX + errorY * errorY);
  }
  return cost;
}

/**
 * A few Gauss-Newton steps from `pose` (camera space of head-pose.ts, cm). A step that would raise the cost is damped
 * after Levenberg and Marquardt, and given up when that does not help, so the result is never worse than the start.
 */
export function refinePose(pose: HeadPose, options: Refinement): HeadPose {
  let best = pose;
  let cost = reprojectionCost(best, options);
  let damping = 1e-9;
  for (let step = 0; step < options.steps; step++) {
    accumulate(best, options);
    const next = solveStep(best, damping);
    const nextCost = next === null ? Number.POSITIVE_INFINITY : reprojectionCost(next, options);
    if (next !== null && nextCost < cost) {
      best = next;
      cost = nextCost;
      damping = Math.max(damping / 10, 1e-12);
    } else {
      damping = Math.max(damping * 100, 1e-4);
      if (damping > 1e6) break;
    }
  }
  return best;
}

/** Fills `normal` and `gradient` with J'WJ and -J'We at a pose; unknowns: rotation vector (camera axes), translation. */
function accumulate(
  { rotation, translationCm }: HeadPose,
  { rays, weights, model = FACE_MODEL_CM }: Refinement,
): void {
  normal.fill(0);
  gradient.fill(0);
  for (let i = 0; i < model.length; i++) {
    const [x, y, z] = rotate(rotation, model[i]!);
    const inverse = -1 / (z + translationCm[2]);
    const u = (x + translationCm[0]) * inverse;
    const v = (y + translationCm[1]) * inverse;
    const weight = weights?.[i] ?? 1;
    // d(point)/d(rotation vector) = -[R p]x, then the projection's derivative (1, 0, u) / depth.
    setRow(u * y * inverse, (z - u * x) * inverse, -y * inverse, inverse, 0, u * inverse);
    addRow(weight, u - rays[2 * i]!);
    setRow((v * y - z) * inverse, -v * x * inverse, x * inverse, 0, inverse, v * inverse);
    addRow(weight, v - rays[2 * i + 1]!);
  }
}

function setRow(a: number, b: number, c: number, d: number, e: number, f: number): void {
  jacobian[0] = a;
  jacobian[1] = b;
  jacobian[2] = c;
  jacobian[3] = d;
  jacobian[4] = e;
  jacobian[5] = f;
}

function addRow(weight: number, error: number): void {
  for (let r = 0; r < 6; r++) {
    const scaled = weight * jacobian[r]!;
    gradient[r]! -= scaled * error;
    for (let c = 0; c <= r; c++) normal[6 * r + c]! += scaled * jacobian[c]!;
  }
}

/** Solves the damped normal equations by Cholesky and applies the step; null when they are singular. */
function solveStep(pose: HeadPose, damping: number): HeadPose | null {
  for (let r = 0; r < 6; r++) {
    for (let c = 0; c <= r; c++) {
      let sum = normal[6 * r + c]! * (r === c ? 1 + damping : 1);
      for (let k = 0; k < c; k++) sum -= normal[6 * r + k]! * normal[6 * c + k]!;
      if (r === c) {
        if (sum <= 0) return null;
        normal[7 * r] = Math.sqrt(sum);
      } else normal[6 * r + c] = sum / normal[7 * c]!;
    }
  }
  for (let r = 0; r < 6; r++) {
    for (let k = 0; k < r; k++) gradient[r]! -= normal[6 * r + k]! * gradient[k]!;
    gradient[r]! /= normal[7 * r]!;
  }
  for (let r = 5; r >= 0; r--) {
    for (let k = r + 1; k < 6; k++) gradient[r]! -= normal[6 * k + r]! * gradient[k]!;
    gradient[r]! /= normal[7 * r]!;
  }
  const turn: Quaternion = fromRotationVector([gradient[0]!, gradient[1]!, gradient[2]!]);
  const [tx, ty, tz] = pose.translationCm;
  return {
    rotation: normalize(multiply(turn, pose.rotation)),
    translationCm: [tx + gradient[3]!, ty + gradient[4]!, tz + gradient[5]!],
  };
}
