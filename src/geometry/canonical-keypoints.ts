/**
 * The view the pose net is shown: every face brought to the image centre, upright and to one size, so that the net
 * has only the two angles out of the image plane and the depth left to learn. Owns the way there and back.
 *
 *   pixels -> rays (x, y at z = -1, y up) -> turned so that their mean direction is -z
 *          -> rolled upright -> divided by their RMS distance from the axis = canonical
 */
import { FACE_MODEL_CM } from './face-model.ts';
import type { HeadPose } from './head-pose.ts';
import type { Intrinsics } from './intrinsics.ts';
import { conjugate, multiply, normalize, type Quaternion, rotate, type Vector3 } from './quaternion.ts';
import { AXIS_WEIGHTS } from './weak-perspective.ts';

const COUNT = FACE_MODEL_CM.length;

/** How a face was turned and scaled on its way to the net; `restorePose` needs it to come back. */
export interface CanonicalView {
  /** Camera space -> canonical space. */
  readonly rotation: Quaternion;
  /** RMS distance of the turned rays from the axis: canonical = ray / scale. */
  readonly scale: number;
}

/**
 * Pixels (12 numbers, y down) -> rays (12 numbers, y up, at z = -1), written into `rays`.
 * The same as the letterbox ((x - W/2) / L, (H/2 - y) / L with L the longer side) times L / f.
 */
export function raysFromPixels(
  keypointsPx: ArrayLike<number>,
  intrinsics: Intrinsics,
  rays: Float64Array,
): void {
  const { widthPx, heightPx, focalPx } = intrinsics;
  for (let i = 0; i < 2 * COUNT; i += 2) {
    rays[i] = (keypointsPx[i]! - widthPx / 2) / focalPx;
    rays[i + 1] = (heightPx / 2 - keypointsPx[i + 1]!) / focalPx;
  }
}

/**
 * Rays (12 numbers) -> the net's input (12 numbers: x, y a keypoint, y up), written into `canonical`.
 * Upright means: the affine camera that fits the points best has no turn about the optical axis left. Unlike the
 * line of the eyes this is defined for a profile too.
 */
export function canonicalise(rays: ArrayLike<number>, canonical: Float64Array | Float32Array): CanonicalView {
  let aimX = 0;
  let aimY = 0;
  let aimZ = 0;
  for (let i = 0; i < COUNT; i++) {
    const x = rays[2 * i]!;
    const y = rays[2 * i + 1]!;
    // Directions of length 1, so that the mean turns with the camera.
    const inverse = 1 / Math.sqrt(x * x + y * y + 1);
    aimX += x * inverse;
    aimY += y * inverse;
    aimZ -= inverse;
  }
  const aim = turnToAxis([aimX, aimY, aimZ]);
  let cosine = 0;
  let sine = 0;
  let squares = 0;
  for (let i = 0; i < COUNT; i++) {
    const [x, y, z] = rotate(aim, [rays[2 * i]!, rays[2 * i + 1]!, -1]);
    const u = -x / z;
    const v = -y / z;
    const towardsX = AXIS_WEIGHTS[3 * i]!;
    const towardsY = AXIS_WEIGHTS[3 * i + 1]!;
    cosine += u * towardsX + v * towardsY;
    sine += v * towardsX - u * towardsY;
    squares += u * u + v * v;
    canonical[2 * i] = u;
    canonical[2 * i + 1] = v;
  }
  const length = Math.hypot(cosine, sine) || 1;
  const scale = Math.sqrt(squares / COUNT) || 1;
  const right = cosine / length / scale;
  const up = sine / length / scale;
  for (let i = 0; i < 2 * COUNT; i += 2) {
    const u = canonical[i]!;
    const v = canonical[i + 1]!;
    canonical[i] = right * u + up * v;
    canonical[i + 1] = right * v - up * u;
  }
  const halfRoll = -Math.atan2(sine, cosine) / 2;
  return { rotation: multiply([0, 0, Math.sin(halfRoll), Math.cos(halfRoll)], aim), scale };
}

/**
 * The net's seven numbers in their units -> the pose in camera space, cm. They are the quaternion x, y, z, w (any
 * length) and the translation x, y (cm) and z (cm times the view's scale, since a face of one size shows no distance).
 */
export function restorePose(output: ArrayLike<number>, view: CanonicalView): HeadPose {
  const back = conjugate(view.rotation);
  const rotation = normalize([output[0]!, output[1]!, output[2]!, output[3]!]);
  return {
    rotation: multiply(back, rotation),
    translationCm: rotate(back, [output[4]!, output[5]!, output[6]! / view.scale]),
  };
}

/** The inverse of `restorePose`: what the net should have said of a pose seen in this view. */
export function canonicalPose({ rotation, translationCm }: HeadPose, view: CanonicalView): Float64Array {
  const [x, y, z, w] = multiply(view.rotation, rotation);
  const [tx, ty, tz] = rotate(view.rotation, translationCm);
  const sign = w < 0 ? -1 : 1;
  return Float64Array.of(sign * x, sign * y, sign * z, sign * w, tx, ty, tz * view.scale);
}

/** The shortest rotation that takes a direction (z < 0) to -z. */
function turnToAxis([x, y, z]: Vector3): Quaternion {
  return normalize([-y, x, 0, Math.hypot(x, y, z) - z]);
}
