import { expect, test } from 'vitest';
import { canonicalise, canonicalPose, raysFromPixels, restorePose } from './canonical-keypoints.ts';
import { FACE_MODEL_CM } from './face-model.ts';
import type { HeadPose } from './head-pose.ts';
import { assumeIntrinsics, type Intrinsics } from './intrinsics.ts';
import { projectFacePoint } from './projection.ts';
import { angleBetween, fromRotationVector, multiply, type Vector3 } from './quaternion.ts';

const CAMERA = assumeIntrinsics(1280, 720);
const POSES: readonly HeadPose[] = (
  [
    [0, 0, 0],
    [0.4, 0.9, -0.3],
    [-0.6, -1.4, 0.2],
    [0.1, 0.2, 2.9],
  ] as const
).map((turn, i) => ({
  rotation: fromRotationVector(turn),
  translationCm: [9 * i - 12, 5 - 4 * i, -40 - 20 * i],
}));

function look(pose: HeadPose, camera: Intrinsics = CAMERA) {
  const keypointsPx = FACE_MODEL_CM.flatMap((point) => [...projectFacePoint(point, pose, camera)]);
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, camera, rays);
  const canonical = new Float64Array(12);
  return { rays, canonical, view: canonicalise(rays, canonical) };
}

test.each(POSES)('there and back is the same pose', (pose) => {
  const { view } = look(pose);
  const back = restorePose(canonicalPose(pose, view), view);
  expect(angleBetween(back.rotation, pose.rotation)).toBeLessThan(1e-9);
  for (let i = 0; i < 3; i++) expect(back.translationCm[i]).toBeCloseTo(pose.translationCm[i]!, 9);
});

test.each(POSES)('rays are where the projection came from', (pose) => {
  const { rays } = look(pose);
  const [x, y] = projectFacePoint(FACE_MODEL_CM[3]!, pose, { widthPx: 0, heightPx: 0, focalPx: 1 });
  expect(rays[6]).toBeCloseTo(x, 9);
  expect(rays[7]).toBeCloseTo(-y, 9);
});

test.each(POSES)('the canonical points have RMS radius 1', (pose) => {
  const { canonical } = look(pose);
  expect(canonical.reduce((sum, value) => sum + value * value, 0) / 6).toBeCloseTo(1, 9);
});

test.each(POSES)(
  'turning head and camera together about the lens changes nothing that the net sees',
  (pose) => {
    const turn = fromRotationVector([0.1, -0.15, 0.4]);
    const still: Vector3 = restorePose([0, 0, 0, 1, ...pose.translationCm], {
      rotation: invert(turn),
      scale: 1,
    }).translationCm;
    const turned: HeadPose = { rotation: multiply(turn, pose.rotation), translationCm: still };
    const [a, b] = [look(pose).canonical, look(turned).canonical];
    a.forEach((value, i) => {
      expect(b[i]).toBeCloseTo(value, 9);
    });
  },
);

test.each(POSES)('the picture size and the focal length drop out', (pose) => {
  const [a, b] = [look(pose).canonical, look(pose, { widthPx: 480, heightPx: 640, focalPx: 900 }).canonical];
  a.forEach((value, i) => {
    expect(b[i]).toBeCloseTo(value, 9);
  });
});

test('what is left for the net of an upright far face is no roll, even in profile', () => {
  for (const yaw of [0, 0.7, 1.57]) {
    const pose: HeadPose = { rotation: fromRotationVector([0, yaw, 0]), translationCm: [0, 0, -5000] };
    expect(canonicalPose(pose, look(pose).view)[2]).toBeCloseTo(0, 2);
  }
});

test('six points in one spot give finite numbers', () => {
  const canonical = new Float64Array(12);
  const view = canonicalise(new Float64Array(12).fill(0.1), canonical);
  expect([...canonical, ...view.rotation, view.scale].every(Number.isFinite)).toBe(true);
});

function invert([x, y, z, w]: HeadPose['rotation']): HeadPose['rotation'] {
  return [-x, -y, -z, w];
}
