import { expect, test } from 'vitest';
import { FACE_MODEL_CM } from './face-model.ts';
import { refinePose, reprojectionCost } from './gauss-newton.ts';
import type { HeadPose } from './head-pose.ts';
import { projectFacePoint } from './projection.ts';
import { angleBetween, fromRotationVector, multiply } from './quaternion.ts';
import { estimateWeakPerspective } from './weak-perspective.ts';

const TRUTH: HeadPose = { rotation: fromRotationVector([0.3, -0.8, 0.2]), translationCm: [6, -4, -55] };

/** The plane z = -1, y up, is an image with focal length 1 and its origin in the middle, y turned round. */
function raysOf(pose: HeadPose): number[] {
  const camera = { widthPx: 0, heightPx: 0, focalPx: 1 };
  return FACE_MODEL_CM.flatMap((point) => {
    const [x, y] = projectFacePoint(point, pose, camera);
    return [x, -y];
  });
}

const disturbed: HeadPose = {
  rotation: multiply(fromRotationVector([0.1, 0.15, -0.1]), TRUTH.rotation),
  translationCm: [8, -3, -63],
};

test('from a pose 12 degrees off, perfect points lead back to the truth', () => {
  const pose = refinePose(disturbed, { rays: raysOf(TRUTH), steps: 8 });
  expect(angleBetween(pose.rotation, TRUTH.rotation)).toBeLessThan(1e-9);
  pose.translationCm.forEach((value, i) => {
    expect(value).toBeCloseTo(TRUTH.translationCm[i]!, 8);
  });
});

test('the truth is left alone', () => {
  const pose = refinePose(TRUTH, { rays: raysOf(TRUTH), steps: 3 });
  expect(angleBetween(pose.rotation, TRUTH.rotation)).toBeLessThan(1e-9);
});

test('no step makes the reprojection worse, even from a hopeless start', () => {
  const rays = raysOf(TRUTH).map((value, i) => value + 0.02 * Math.sin(7 * i));
  for (const turn of [0.5, 1.5, 3]) {
    let pose: HeadPose = { rotation: fromRotationVector([0, turn, 1]), translationCm: [0, 0, -30] };
    for (let step = 0; step < 10; step++) {
      const next = refinePose(pose, { rays, steps: 1 });
      expect(reprojectionCost(next, { rays })).toBeLessThanOrEqual(reprojectionCost(pose, { rays }));
      pose = next;
    }
  }
});

test('a point of weight 0 is not listened to', () => {
  const rays = raysOf(TRUTH);
  rays[10] = 5;
  const weights = [1, 1, 1, 1, 1, 0];
  const pose = refinePose(disturbed, { rays, weights, steps: 12 });
  expect(angleBetween(pose.rotation, TRUTH.rotation)).toBeLessThan(1e-6);
});

test('a pose with a point behind the camera costs infinitely much', () => {
  const pose: HeadPose = { rotation: TRUTH.rotation, translationCm: [0, 0, 10] };
  expect(reprojectionCost(pose, { rays: raysOf(TRUTH) })).toBe(Number.POSITIVE_INFINITY);
});

test('weak perspective is right about a far head in any rotation', () => {
  for (const turn of [
    [0, 0, 0],
    [0.5, 1.2, 0.4],
    [0, 0, 3.1],
    [-0.7, -1.5, 1],
  ] as const) {
    const pose: HeadPose = { rotation: fromRotationVector(turn), translationCm: [300, -200, -20_000] };
    const found = estimateWeakPerspective(raysOf(pose));
    expect(angleBetween(found.rotation, pose.rotation)).toBeLessThan(0.03);
    expect(found.translationCm[2] / pose.translationCm[2]).toBeCloseTo(1, 1);
  }
});
