/**
 * A head pose in closed form, from the affine camera that fits the six keypoints best (DeMenthon and Davis 1995, "POS").
 * Owns the least-squares fit; exact only for a far head, so it starts a solver and never ends one.
 */
import { FACE_MODEL_CM } from './face-model.ts';
import type { HeadPose } from './head-pose.ts';
import { normalize, type Quaternion, rotate, type Vector3 } from './quaternion.ts';

/** Centre of the face model's six points, cm: what the centroid of the image points sees. */
export const MODEL_CENTRE_CM: Vector3 = [0, 1, 2].map(
  (axis) => FACE_MODEL_CM.reduce((sum, point) => sum + point[axis]!, 0) / FACE_MODEL_CM.length,
) as unknown as Vector3;

/**
 * Pseudo-inverse of the centred model, 6 x 3 in rows: image point i weighs row i in the images of the model's
 * three axes. The model is symmetric, so x stands alone and only y and z are coupled.
 */
export const AXIS_WEIGHTS: Float64Array = invertModel();

function invertModel(): Float64Array {
  const centred = FACE_MODEL_CM.map((point) => point.map((value, axis) => value - MODEL_CENTRE_CM[axis]!));
  const sum = (a: number, b: number) => centred.reduce((total, point) => total + point[a]! * point[b]!, 0);
  const [xx, yy, zz, yz] = [sum(0, 0), sum(1, 1), sum(2, 2), sum(1, 2)];
  const determinant = yy * zz - yz * yz;
  return Float64Array.from(
    centred.flatMap(([x, y, z]) => [
      x! / xx,
      (zz * y! - yz * z!) / determinant,
      (yy * z! - yz * y!) / determinant,
    ]),
  );
}

/** Pose (camera space, cm) from the rays of the six keypoints (x, y at z = -1, y up: 12 numbers). */
export function estimateWeakPerspective(rays: ArrayLike<number>): HeadPose {
  // The images of the model's axes: the two upper rows of the rotation, times the scale 1 / depth.
  const upper = [0, 0, 0, 0, 0, 0];
  let centreX = 0;
  let centreY = 0;
  for (let i = 0; i < 6; i++) {
    centreX += rays[2 * i]! / 6;
    centreY += rays[2 * i + 1]! / 6;
    for (let axis = 0; axis < 3; axis++) {
      upper[axis]! += rays[2 * i]! * AXIS_WEIGHTS[3 * i + axis]!;
      upper[3 + axis]! += rays[2 * i + 1]! * AXIS_WEIGHTS[3 * i + axis]!;
    }
  }
  const [ax, ay, az, bx, by, bz] = upper as [number, number, number, number, number, number];
  const scale = (Math.hypot(ax, ay, az) + Math.hypot(bx, by, bz)) / 2 || 1;
  const rotation = nearestRotation([ax, ay, az], [bx, by, bz]);
  const [cx, cy, cz] = rotate(rotation, MODEL_CENTRE_CM);
  return { rotation, translationCm: [centreX / scale - cx, centreY / scale - cy, -1 / scale - cz] };
}

/** The rotation whose first rows lie nearest to the directions a and b: both turned alike until at right angles. */
function nearestRotation(a: Vector3, b: Vector3): Quaternion {
  const unitA = unit(a, [1, 0, 0]);
  const unitB = unit(b, [0, 1, 0]);
  const sum = unit(add(unitA, unitB, 1), [Math.SQRT1_2, Math.SQRT1_2, 0]);
  const difference = unit(add(unitA, unitB, -1), [Math.SQRT1_2, -Math.SQRT1_2, 0]);
  const [x0, x1, x2] = unit(add(sum, difference, 1), [1, 0, 0]);
  const [y0, y1, y2] = unit(add(sum, difference, -1), [0, 1, 0]);
  const z: Vector3 = [x1 * y2 - x2 * y1, x2 * y0 - x0 * y2, x0 * y1 - x1 * y0];
  return fromRows([x0, x1, x2], [y0, y1, y2], z);
}

function add(a: Vector3, b: Vector3, factor: number): Vector3 {
  return [a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]];
}

function unit(vector: Vector3, otherwise: Vector3): Vector3 {
  const length = Math.hypot(...vector);
  return length < 1e-12 ? otherwise : [vector[0] / length, vector[1] / length, vector[2] / length];
}

/** Rotation matrix (rows) -> quaternion, by the largest of its four squares (Shepperd 1978). */
function fromRows(x: Vector3, y: Vector3, z: Vector3): Quaternion {
  const trace = x[0] + y[1] + z[2];
  if (trace > x[0] && trace > y[1] && trace > z[2]) {
    return normalize([z[1] - y[2], x[2] - z[0], y[0] - x[1], 1 + trace]);
  }
  if (x[0] >= y[1] && x[0] >= z[2])
    return normalize([1 + 2 * x[0] - trace, x[1] + y[0], x[2] + z[0], z[1] - y[2]]);
  if (y[1] >= z[2]) return normalize([x[1] + y[0], 1 + 2 * y[1] - trace, y[2] + z[1], x[2] - z[0]]);
  return normalize([x[2] + z[0], y[2] + z[1], 1 + 2 * z[2] - trace, y[0] - x[1]]);
}
