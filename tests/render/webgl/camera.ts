/**
 * three's camera as the solver's: same focal length, same axes, any rectangle of the frame.
 * Owns the match between geometry/projection.ts and three; a test holds them together.
 */
import type { PerspectiveCamera } from 'three';
import type { Intrinsics } from '../../../src/geometry/intrinsics.ts';
import { NEAREST_CM, type Region } from '../../../src/render/paint/heads/region.ts';

/** Nothing worn is further away than a head at the end of a large room. */
const FARTHEST_CM = 1000;

/** Points the camera at a region of the frame: a frame pixel p falls on pixel p - (region's corner) of the picture. */
export function aimCamera(camera: PerspectiveCamera, intrinsics: Intrinsics, region: Region): void {
  const { widthPx, heightPx, focalPx } = intrinsics;
  camera.fov = (2 * Math.atan(heightPx / 2 / focalPx) * 180) / Math.PI;
  camera.near = NEAREST_CM;
  camera.far = FARTHEST_CM;
  // Also updates the projection matrix; aspect follows from the full size.
  camera.setViewOffset(widthPx, heightPx, region.xPx, region.yPx, region.widthPx, region.heightPx);
}
