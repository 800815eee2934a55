/**
 * The closed form that MediaPipe's glasses effect uses on BlazeFace's six keypoints, retold: depth is taken from the
 * unturned face, then one orthogonal Procrustes fit (Horn 1987) gives rotation, scale and shift.
 * Points and weights: MediaPipe's geometry_pipeline_metadata_detection (all weights equal).
 */
import { raysFromPixels } from '../../src/geometry/canonical-keypoints.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import { rotate, type Vector3 } from '../../src/geometry/quaternion.ts';
import { fitRotation } from './fit-rotation.ts';

const MEDIAPIPE_POINTS_CM: readonly Vector3[] = [
  [-3.1511, 2.6246, 3.4657],
  [3.1511, 2.6246, 3.4657],
  [0, -1.1269, 7.4756],
  [0, -4.3045, 4.1625],
  [-7.6642, 0.6731, -2.4359],
  [7.6642, 0.6731, -2.4359],
];

const centred = (points: readonly Vector3[]): { centre: Vector3; points: Vector3[]; spread: number } => {
  const centre = [0, 1, 2].map((axis) => points.reduce((sum, p) => sum + p[axis]! / points.length, 0));
  const moved = points.map(([x, y, z]): Vector3 => [x - centre[0]!, y - centre[1]!, z - centre[2]!]);
  const spread = Math.sqrt(moved.reduce((sum, p) => sum + p[0] ** 2 + p[1] ** 2, 0));
  return { centre: [centre[0]!, centre[1]!, centre[2]!], points: moved, spread };
};

export function solveProcrustes(keypointsPx: ArrayLike<number>, intrinsics: Intrinsics): HeadPose {
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, intrinsics, rays);
  const model = centred(MEDIAPIPE_POINTS_CM);
  const flat = centred(MEDIAPIPE_POINTS_CM.map((_, i): Vector3 => [rays[2 * i]!, rays[2 * i + 1]!, 0]));
  // The distance at which the unturned face would be as large as it is seen.
  const distance = model.spread / flat.spread;
  const seen = model.points.map(([, , z], i): Vector3 => {
    const depth = distance - z;
    return [rays[2 * i]! * depth, rays[2 * i + 1]! * depth, -depth];
  });
  const target = centred(seen);
  const rotation = fitRotation(model.points, target.points);
  const [x, y, z] = rotate(rotation, model.centre);
  return {
    rotation,
    translationCm: [target.centre[0] - x, target.centre[1] - y, target.centre[2] - z],
  };
}
