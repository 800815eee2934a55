/**
 * `npm run bench:pose:synthetic`: the pose solvers on projections with known truth, clean and disturbed.
 * Prints rotation and reprojection error, time a solve, and the stress test. Seeded; every solver gets the same faces.
 */

import { createRandom } from '../harness/seeded-random.ts';
import { raysFromPixels } from '../src/geometry/canonical-keypoints.ts';
import { FACE_MODEL_CM, FACE_WIDTH_CM } from '../src/geometry/face-model.ts';
import { reprojectionCost } from '../src/geometry/gauss-newton.ts';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { assumeIntrinsics, type Intrinsics } from '../src/geometry/intrinsics.ts';
import { angleBetween } from '../src/geometry/quaternion.ts';
import { drawFace, type FaceRange, type SyntheticFace } from '../training/pose/synthetic-face.ts';
import { openOurs, openSolvers, type Solver } from './pose/rivals.ts';
import { summarise, timeUs } from './pose/statistics.ts';

const SEED = 11;
const SOLVES = 4000;
const DEGREES = 180 / Math.PI;

const CLEAN: FaceRange = {
  yawDegrees: 60,
  pitchDegrees: 40,
  rollDegrees: 40,
  nearestCm: 30,
  farthestCm: 120,
  shape: [0, 0, 0],
  noise: 0,
  fieldOfViewDegrees: [65, 65],
};
const RANGES: Readonly<Record<string, FaceRange>> = {
  clean: CLEAN,
  '1 % noise': { ...CLEAN, noise: 0.01 },
  'width +-8 %, 1 % noise': { ...CLEAN, noise: 0.01, shape: [0.08, 0, 0] },
  'width, height, depth +-8 %, 1 % noise': { ...CLEAN, noise: 0.01, shape: [0.08, 0.08, 0.08] },
  'and lens 50-80 degrees, assumed 65': {
    ...CLEAN,
    noise: 0.01,
    shape: [0.08, 0, 0],
    fieldOfViewDegrees: [50, 80],
  },
};
const STRESS: FaceRange = { ...CLEAN, yawDegrees: 90, rollDegrees: 180, noise: 0.02 };

const { original, lm, sqpnp, procrustes } = await openSolvers();
const solvers: Readonly<Record<string, Solver>> = {
  'stand-in for the original': original,
  'our net alone': openOurs('pose', 0),
  'our net + 2 Gauss-Newton': openOurs('pose', 2),
  'Levenberg-Marquardt': lm,
  'OpenCV SQPNP': sqpnp,
  'MediaPipe-style Procrustes': procrustes,
};

for (const [title, range] of Object.entries(RANGES)) {
  const random = createRandom(SEED);
  const faces = Array.from({ length: SOLVES }, () => drawFace(range, random));
  console.log(`\n${title}: rotation error mean / median / p95 degrees; reprojection % of face width`);
  for (const [name, solver] of Object.entries(solvers)) {
    const { rotation, reprojection } = measure(solver, faces);
    const [r, p] = [summarise(rotation), summarise(reprojection)];
    console.log(
      `  ${name.padEnd(27)} ${r.mean.toFixed(2)} / ${r.median.toFixed(2)} / ${r.p95.toFixed(2)};  ${p.mean.toFixed(2)}`,
    );
  }
}

const random = createRandom(SEED + 1);
const hard = Array.from({ length: SOLVES }, () => drawFace(STRESS, random));
console.log(
  `\nStress (yaw +-90, roll +-180, 2 % noise, ${SOLVES} solves): failures over 20 degrees; worst; mean`,
);
for (const [name, solver] of Object.entries(solvers)) {
  const { rotation } = measure(solver, hard);
  const failures = rotation.filter((error) => error > 20).length;
  console.log(
    `  ${name.padEnd(27)} ${failures}; ${Math.max(...rotation).toFixed(1)}; ${summarise(rotation).mean.toFixed(2)}`,
  );
}

console.log('\nTime a solve, microseconds (median)');
const assumed = hard.map(({ intrinsics }) => assumeIntrinsics(intrinsics.widthPx, intrinsics.heightPx));
for (const [name, solver] of Object.entries(solvers)) {
  const us = timeUs((round) => solver(hard[round % SOLVES]!.keypointsPx, assumed[round % SOLVES]!));
  console.log(`  ${name.padEnd(27)} ${us.toFixed(1)}`);
}

function measure(
  solver: Solver,
  faces: readonly SyntheticFace[],
): { rotation: number[]; reprojection: number[] } {
  const rotation: number[] = [];
  const reprojection: number[] = [];
  for (const { pose, keypointsPx, intrinsics } of faces) {
    const assumption = assumeIntrinsics(intrinsics.widthPx, intrinsics.heightPx);
    const found = solver(keypointsPx, assumption);
    rotation.push(angleBetween(found.rotation, pose.rotation) * DEGREES);
    reprojection.push(reprojectionPercent(found, keypointsPx, assumption, pose));
  }
  return { rotation, reprojection };
}

/** RMS distance of the drawn points from the keypoints, in % of the face's frontal width in this picture. */
function reprojectionPercent(
  found: HeadPose,
  keypointsPx: ArrayLike<number>,
  intrinsics: Intrinsics,
  truth: HeadPose,
): number {
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, intrinsics, rays);
  const rms = Math.sqrt(reprojectionCost(found, { rays }) / FACE_MODEL_CM.length);
  return ((rms * -truth.translationCm[2]) / FACE_WIDTH_CM) * 100;
}
