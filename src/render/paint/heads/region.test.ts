import { expect, test } from 'vitest';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import { fromRotationVector, type Vector3 } from '../../../geometry/quaternion.ts';
import { groupRegions, overlaps, regionOf } from './region.ts';

const ASPECTS = [
  [1280, 720],
  [640, 480],
  [720, 1280],
  [321, 243],
] as const;
const POSES: readonly HeadPose[] = [
  { rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] },
  { rotation: fromRotationVector([0.3, -0.8, 0.2]), translationCm: [8, -5, -45] },
  { rotation: fromRotationVector([-0.4, 1, -0.3]), translationCm: [-12, 6, -90] },
];
const POINTS: readonly Vector3[] = [
  [-8, 17, -12],
  [8, -9, -3],
  [0, 0, 0.3],
  [9, 4, -20],
];

test.each(ASPECTS)(
  'a region begins on even pixels and holds every point that the frame holds: %i x %i',
  (widthPx, heightPx) => {
    const intrinsics = assumeIntrinsics(widthPx, heightPx);
    for (const pose of POSES) {
      const region = regionOf(POINTS.flat(), pose, intrinsics)!;
      expect(region.xPx % 2).toBe(0);
      expect(region.yPx % 2).toBe(0);
      expect(region.xPx + region.widthPx).toBeLessThanOrEqual(widthPx);
      expect(region.yPx + region.heightPx).toBeLessThanOrEqual(heightPx);
      for (const point of POINTS) {
        const [x, y] = projectFacePoint(point, pose, intrinsics);
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
        expect(x).toBeGreaterThanOrEqual(region.xPx);
        expect(x).toBeLessThanOrEqual(region.xPx + region.widthPx);
        expect(y).toBeGreaterThanOrEqual(region.yPx);
        expect(y).toBeLessThanOrEqual(region.yPx + region.heightPx);
      }
    }
  },
);

test('a head out of the frame, or in the camera, has no region', () => {
  const intrinsics = assumeIntrinsics(640, 480);
  expect(
    regionOf(POINTS.flat(), { rotation: [0, 0, 0, 1], translationCm: [200, 0, -60] }, intrinsics),
  ).toBeNull();
  expect(
    regionOf(POINTS.flat(), { rotation: [0, 0, 0, 1], translationCm: [0, 0, -2] }, intrinsics),
  ).toBeNull();
});

test('regions that touch, also by way of a third, are drawn together; others apart', () => {
  const box = (xPx: number, widthPx: number) => ({ xPx, yPx: 0, widthPx, heightPx: 10 });
  const groups = groupRegions([box(0, 10), null, box(40, 10), box(8, 34), box(100, 4)]);
  expect(groups.map(({ members }) => [...members].sort()).sort()).toEqual([[0, 2, 3], [4]]);
  const joined = groups.find(({ members }) => members.length === 3)!.region;
  expect(joined).toEqual(box(0, 50));
  for (const a of groups) {
    for (const b of groups) expect(a !== b && overlaps(a.region, b.region)).toBe(false);
  }
});
