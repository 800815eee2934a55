/**
 * What the pose net is trained to make small: how far the six points of the face model land from where they should,
 * rather than how far seven numbers of unlike units are off. Owns loss and gradient of one sample.
 */
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import { rotate, type Vector3 } from '../../src/geometry/quaternion.ts';

/** Depth is seen worst and matters least to the picture. */
const DEPTH_WEIGHT = 0.5;
/** Errors count as they would at this distance: the same error nearer is larger in the picture. */
const REFERENCE_CM = 60;
/** Charbonnier's rounding of the absolute value, cm. */
const ROUNDING_CM = 0.1;
/** The rotation's own share is measured about the head's middle, so that it does not trade against translation. */
const MIDDLE_CM: Vector3 = [0, 1.23, -5.63];

export interface LossTarget {
  /** The seven numbers the net should have said (canonicalPose), quaternion of length 1. */
  readonly values: ArrayLike<number>;
  /** The canonical view's scale, which turns the seventh number into centimetres. */
  readonly scale: number;
}

/**
 * Loss of one prediction (seven numbers in their units); its gradient by them is written into `gradient`.
 * Mean over the points of the Charbonnier distance of (x, y, z/2) times 60 cm / distance, plus the same of the
 * points only rotated about the head's middle.
 */
export function vertexLoss(predicted: ArrayLike<number>, target: LossTarget, gradient: Float64Array): number {
  const { values, scale } = target;
  const length = Math.hypot(predicted[0]!, predicted[1]!, predicted[2]!, predicted[3]!) || 1;
  const qx = predicted[0]! / length;
  const qy = predicted[1]! / length;
  const qz = predicted[2]! / length;
  const qw = predicted[3]! / length;
  const distanceWeight = (REFERENCE_CM * scale) / -values[6]! / FACE_MODEL_CM.length;
  const shiftX = predicted[4]! - values[4]!;
  const shiftY = predicted[5]! - values[5]!;
  const shiftZ = (predicted[6]! - values[6]!) / scale;
  gradient.fill(0);
  let loss = 0;
  // Gradient by the unit quaternion; carried to the raw one at the end.
  let gx = 0;
  let gy = 0;
  let gz = 0;
  let gw = 0;
  for (const point of FACE_MODEL_CM) {
    for (let rotationOnly = 0; rotationOnly < 2; rotationOnly++) {
      const mx = point[0] - rotationOnly * MIDDLE_CM[0];
      const my = point[1] - rotationOnly * MIDDLE_CM[1];
      const mz = point[2] - rotationOnly * MIDDLE_CM[2];
      const [px, py, pz] = rotate([qx, qy, qz, qw], [mx, my, mz]);
      const [tx, ty, tz] = rotate([values[0]!, values[1]!, values[2]!, values[3]!], [mx, my, mz]);
      const depthWeight = rotationOnly === 1 ? 1 : DEPTH_WEIGHT;
      const ex = px - tx + (1 - rotationOnly) * shiftX;
      const ey = py - ty + (1 - rotationOnly) * shiftY;
      const ez = (pz - tz + (1 - rotationOnly) * shiftZ) * depthWeight;
      const error = Math.sqrt(ex * ex + ey * ey + ez * ez + ROUNDING_CM * ROUNDING_CM);
      const weight = rotationOnly === 1 ? 1 / FACE_MODEL_CM.length : distanceWeight;
      loss += weight * (error - ROUNDING_CM);
      const lx = (weight * ex) / error;
      const ly = (weight * ey) / error;
      const lz = (weight * ez * depthWeight) / error;
      if (rotationOnly === 0) {
        gradient[4]! += lx;
        gradient[5]! += ly;
        gradient[6]! += lz / scale;
      }
      // p = m + 2w (u x m) + 2 (u (u.m) - m (u.u)), u the vector part, l = dLoss/dp.
      const um = qx * mx + qy * my + qz * mz;
      const ul = qx * lx + qy * ly + qz * lz;
      const ml = mx * lx + my * ly + mz * lz;
      const cx = my * lz - mz * ly;
      const cy = mz * lx - mx * lz;
      const cz = mx * ly - my * lx;
      gw += 2 * (qx * cx + qy * cy + qz * cz);
      gx += 2 * (qw * cx + lx * um + mx * ul - 2 * qx * ml);
      gy += 2 * (qw * cy + ly * um + my * ul - 2 * qy * ml);
      gz += 2 * (qw * cz + lz * um + mz * ul - 2 * qz * ml);
    }
  }
  const along = gx * qx + gy * qy + gz * qz + gw * qw;
  gradient[0] = (gx - along * qx) / length;
  gradient[1] = (gy - along * qy) / length;
  gradient[2] = (gz - along * qz) / length;
  gradient[3] = (gw - along * qw) / length;
  return loss;
}
