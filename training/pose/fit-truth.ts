/**
 * The pose that our face model should have over a head of another shape: the head's true rotation, and the
 * translation with which the model covers its true keypoints best. Owns the change of head frames.
 */
import { raysFromPixels } from '../../src/geometry/canonical-keypoints.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import { rotate } from '../../src/geometry/quaternion.ts';
import type { LabelledHead } from './labelled-heads.ts';

/** The nose is what a viewer compares, so it counts more. */
const WEIGHTS = [1, 1, 3, 1, 1, 1];

/**
 * The labels' upright axes are MediaPipe's; the least-squares rotation of our six points onto MediaPipe's is 0.3
 * degrees of pitch, less than people differ, so the rotation is taken as it is.
 */
export function fitTruth({ rotation, keypointsPx }: LabelledHead, intrinsics: Intrinsics): HeadPose {
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, intrinsics, rays);
  // Each ray u says x + tx = -u (z + tz): two linear equations a point, so normal equations of three unknowns.
  let [n, su, sv, suu, bx, by, bz] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 6; i++) {
    const [x, y, z] = rotate(rotation, FACE_MODEL_CM[i]!);
    const weight = WEIGHTS[i]!;
    const u = rays[2 * i]!;
    const v = rays[2 * i + 1]!;
    n += weight;
    su += weight * u;
    sv += weight * v;
    suu += weight * (u * u + v * v);
    bx -= weight * (x + u * z);
    by -= weight * (y + v * z);
    bz -= weight * (u * (x + u * z) + v * (y + v * z));
  }
  const tz = (bz - (su * bx + sv * by) / n) / (suu - (su * su + sv * sv) / n);
  return { rotation, translationCm: [(bx - su * tz) / n, (by - sv * tz) / n, tz] };
}
