/** Pinhole projection: camera space (head-pose.ts) -> pixels, x right, y DOWN, origin at the top left corner. */
import type { HeadPose } from './head-pose.ts';
import type { Intrinsics } from './intrinsics.ts';
import { rotate, type Vector3 } from './quaternion.ts';

export type PointPx = readonly [xPx: number, yPx: number];

/** Projects a point of camera space; z must be negative (in front of the camera). */
export function projectCameraPoint([x, y, z]: Vector3, { focalPx, widthPx, heightPx }: Intrinsics): PointPx {
  return [widthPx / 2 - (focalPx * x) / z, heightPx / 2 + (focalPx * y) / z];
}

/** Where a point of the face model (cm) appears in the image under a pose. */
export function projectFacePoint(point: Vector3, pose: HeadPose, intrinsics: Intrinsics): PointPx {
  const [x, y, z] = rotate(pose.rotation, point);
  const [tx, ty, tz] = pose.translationCm;
  return projectCameraPoint([x + tx, y + ty, z + tz], intrinsics);
}
