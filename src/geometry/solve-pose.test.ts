import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FACE_MODEL_CM } from './face-model.ts';
import type { HeadPose } from './head-pose.ts';
import { assumeIntrinsics } from './intrinsics.ts';
import { projectFacePoint } from './projection.ts';
import { angleBetween, fromRotationVector } from './quaternion.ts';
import { createPoseSolver, type PoseContract } from './solve-pose.ts';

const FOLDER = new URL('../../models/pose/', import.meta.url);
const contract: PoseContract = JSON.parse(readFileSync(new URL('contract.json', FOLDER), 'utf8'));
const weights = new Float32Array(new Uint8Array(readFileSync(new URL('weights.bin', FOLDER))).buffer);
const solve = createPoseSolver({ weights, contract });
const DEGREE = Math.PI / 180;

const keypointsOf = (pose: HeadPose, size: readonly [number, number]) =>
  FACE_MODEL_CM.flatMap((point) => [...projectFacePoint(point, pose, assumeIntrinsics(...size))]);

const SIZES = [
  [1280, 720],
  [640, 480],
  [720, 1280],
] as const;
const TURNS = [
  [0, 0, 0],
  [0.3, 0, 0],
  [0, 0.9, 0],
  [-0.2, -1.1, 0.4],
  [0, 0, 2],
] as const;

test.each(SIZES)(
  'at %i x %i project then solve returns the pose, and the solver is sure of it',
  (...size) => {
    for (const turn of TURNS) {
      const pose: HeadPose = { rotation: fromRotationVector(turn), translationCm: [5, -4, -60] };
      const solved = solve(keypointsOf(pose, size), assumeIntrinsics(...size));
      expect(angleBetween(solved.pose.rotation, pose.rotation)).toBeLessThan(0.2 * DEGREE);
      solved.pose.translationCm.forEach((value, i) => {
        expect(Math.abs(value - pose.translationCm[i]!)).toBeLessThan(0.5);
      });
      expect(solved.confidence).toBeGreaterThan(0.9);
    }
  },
);

test('the net alone is right within a degree or two', () => {
  const alone = createPoseSolver({ weights, contract: { ...contract, polishSteps: 0 } });
  for (const turn of TURNS) {
    const pose: HeadPose = { rotation: fromRotationVector(turn), translationCm: [5, -4, -60] };
    const found = alone(keypointsOf(pose, SIZES[0]), assumeIntrinsics(...SIZES[0])).pose;
    expect(angleBetween(found.rotation, pose.rotation)).toBeLessThan(2 * DEGREE);
  }
});

test('points that no head can show are not believed', () => {
  const scattered = Array.from({ length: 12 }, (_, i) => 300 + 100 * Math.sin(5 * i * i));
  expect(solve(scattered, assumeIntrinsics(640, 480)).confidence).toBeLessThan(0.2);
});

test('bad input is named', () => {
  const camera = assumeIntrinsics(640, 480);
  expect(() => solve([1, 2, 3], camera)).toThrow('expects 12 numbers (x, y of six keypoints), got 3');
  expect(() => solve(new Array(12).fill(Number.NaN), camera)).toThrow('expects finite pixels, got NaN at 0');
  expect(() => createPoseSolver({ weights: weights.slice(1), contract })).toThrow(
    'expects 5447 weights, got 5446',
  );
});

test('a face turned away is trusted less', () => {
  const folder = new URL('../../models/pose-blazeface/', import.meta.url);
  const solveSeen = createPoseSolver({
    weights: new Float32Array(new Uint8Array(readFileSync(new URL('weights.bin', folder))).buffer),
    contract: JSON.parse(readFileSync(new URL('contract.json', folder), 'utf8')),
  });
  const confidences = [0, 0.5, 1, 1.4].map((yaw) => {
    const pose: HeadPose = { rotation: fromRotationVector([0, yaw, 0]), translationCm: [0, 0, -60] };
    return solveSeen(keypointsOf(pose, SIZES[0]), assumeIntrinsics(...SIZES[0])).confidence;
  });
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(confidences[0]).toBeGreaterThan(0.8);
  expect(confidences[3]).toBeLessThan(0.5);
});

test('pulled all the way, the drawn nose meets the seen one', () => {
  const pull = createPoseSolver({ weights, contract: { ...contract, polishSteps: 0, nosePull: 1 } });
  const camera = assumeIntrinsics(...SIZES[0]);
  const pose: HeadPose = { rotation: fromRotationVector([0.1, 0.5, 0]), translationCm: [5, -4, -60] };
  const seen = keypointsOf(pose, SIZES[0]).map((value, i) => value + 8 * Math.sin(9 * i));
  const [x, y] = projectFacePoint(FACE_MODEL_CM[2]!, pull(seen, camera).pose, camera);
  expect(x).toBeCloseTo(seen[4]!, 6);
  expect(y).toBeCloseTo(seen[5]!, 6);
});
