import { expect, test } from 'vitest';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import { fromRotationVector } from '../../../geometry/quaternion.ts';
import { DEPTH_ONE } from './samples.ts';
import { Vertices } from './vertices.ts';

const POSES: readonly HeadPose[] = [
  { rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] },
  { rotation: fromRotationVector([0.3, -0.8, 0.2]), translationCm: [8, -5, -45] },
  { rotation: fromRotationVector([-0.4, 1, -0.3]), translationCm: [-12, 6, -90] },
];
const POINTS = [
  [-8, 17, -12],
  [8, -9, -3],
  [0, 0, 0.3],
  [9, 4, -20],
] as const;

test.each([
  [1280, 720, 2],
  [640, 480, 1],
  [720, 1280, 2],
  [321, 243, 0.5],
] as const)(
  'a vertex lies where the solver projects it: %i x %i, %d samples a side',
  (widthPx, heightPx, scale) => {
    const intrinsics = assumeIntrinsics(widthPx, heightPx);
    const region = { xPx: 46, yPx: 18, widthPx: 130, heightPx: 77 };
    const vertices = new Vertices();
    for (const pose of POSES) {
      vertices.project(Float32Array.from(POINTS.flat()), pose, { intrinsics, region, scale });
      POINTS.forEach((point, at) => {
        const [xPx, yPx] = projectFacePoint(point, pose, intrinsics);
        // The middle of the first sample is half a sample from the region's corner.
        expect((vertices.x[at]! + 0.5) / scale).toBeCloseTo(xPx - region.xPx, 3);
        expect((vertices.y[at]! + 0.5) / scale).toBeCloseTo(yPx - region.yPx, 3);
        expect(vertices.depth[at]).toBeGreaterThan(0);
        expect(vertices.depth[at]! / DEPTH_ONE).toBeCloseTo(-1 / vertices.seenZ[at]!, 6);
      });
    }
  },
);

test('what is behind the camera, too near to it or nowhere has no depth', () => {
  const vertices = new Vertices();
  const view = {
    intrinsics: assumeIntrinsics(64, 48),
    region: { xPx: 0, yPx: 0, widthPx: 64, heightPx: 48 },
  };
  const points = Float32Array.of(0, 0, 10, 0, 0, -1, 0, 0, Number.NaN, 0, 0, -4);
  vertices.project(points, { rotation: [0, 0, 0, 1], translationCm: [0, 0, 0] }, { ...view, scale: 1 });
  expect([...vertices.depth.subarray(0, 4)].map((depth) => depth > 0)).toEqual([false, false, false, true]);
});
