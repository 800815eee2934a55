/**
 * All solvers on the same keypoints against a known pose. Owns how errors are taken: rotation after the constant
 * offset of a head is removed, since heads differ in what their maker calls straight on.
 */
import { assumeIntrinsics, type Intrinsics } from '../../src/geometry/intrinsics.ts';
import { angleBetween, conjugate, multiply, type Quaternion } from '../../src/geometry/quaternion.ts';
import type { LabelledHead } from '../../training/pose/labelled-heads.ts';
import { meanRotation } from './fit-rotation.ts';
import { SOLVERS, type Solver, type SolverName } from './rivals.ts';

/** One head as seen, and what every solver said of it. */
export interface Sighting {
  readonly truth: LabelledHead;
  readonly keypointsPx: readonly number[];
  readonly intrinsics: Intrinsics;
  /** Mean distance of the six keypoints from the truth, in frontal inter-pupil distances. */
  readonly keypointError: number;
  readonly rotations: Record<SolverName, Quaternion>;
}

export interface MeasuredHead extends Sighting {
  readonly rotationDegrees: Record<SolverName, number>;
}

/** What the data's README calls the distance of two pupils. */
const INTER_PUPIL_CM = 6.3;
/** A head with fewer pictures shares its offset with the whole set. */
const FEWEST_FOR_OWN_OFFSET = 20;

/** @param camera the true one; solvers are told the assumed one, as in a call */
export function solveAll(
  truth: LabelledHead,
  keypointsPx: readonly number[],
  camera: Intrinsics,
  solvers: Record<SolverName, Solver>,
): Sighting {
  const intrinsics = assumeIntrinsics(camera.widthPx, camera.heightPx);
  const interPupilPx = (INTER_PUPIL_CM * camera.focalPx) / truth.distanceCm;
  const distances = [0, 1, 2, 3, 4, 5].map((i) => keypointDistance(keypointsPx, truth.keypointsPx, i));
  return {
    truth,
    keypointsPx,
    intrinsics,
    keypointError: distances.reduce((sum, value) => sum + value, 0) / 6 / interPupilPx,
    rotations: forEachSolver((name) => solvers[name](keypointsPx, intrinsics).rotation),
  };
}

/** Same face: eyes, nose and mouth lie on average nearer than half the widest true distance from the right eye. */
export function isSameFace(seen: readonly number[], truth: readonly number[]): boolean {
  const mean = [0, 1, 2, 3].reduce((sum, i) => sum + keypointDistance(seen, truth, i) / 4, 0);
  const spread = Math.max(
    ...[1, 2, 3, 4, 5].map((i) => Math.hypot(truth[0]! - truth[2 * i]!, truth[1]! - truth[2 * i + 1]!)),
  );
  return mean < spread / 2;
}

function keypointDistance(a: readonly number[], b: readonly number[], i: number): number {
  return Math.hypot(a[2 * i]! - b[2 * i]!, a[2 * i + 1]! - b[2 * i + 1]!);
}

function forEachSolver<T>(value: (name: SolverName) => T): Record<SolverName, T> {
  return Object.fromEntries(SOLVERS.map((name) => [name, value(name)])) as Record<SolverName, T>;
}

/** Takes the mean rotation error of each head and solver out, and says what is left. */
export function removeOffsets(sightings: readonly Sighting[]): MeasuredHead[] {
  const counts = new Map<string, number>();
  for (const { truth } of sightings) counts.set(truth.name, (counts.get(truth.name) ?? 0) + 1);
  const group = ({ truth }: Sighting) =>
    (counts.get(truth.name) ?? 0) >= FEWEST_FOR_OWN_OFFSET ? truth.name : '';
  const offsets = new Map<string, Record<SolverName, Quaternion>>();
  for (const key of new Set(sightings.map(group))) {
    const members = sightings.filter((sighting) => group(sighting) === key);
    const mean = (name: SolverName) =>
      meanRotation(
        members.map(({ truth, rotations }) => multiply(conjugate(truth.rotation), rotations[name])),
      );
    offsets.set(key, forEachSolver(mean));
  }
  return sightings.map((sighting) => {
    const own = offsets.get(group(sighting))!;
    const error = (name: SolverName) =>
      (angleBetween(multiply(sighting.truth.rotation, own[name]), sighting.rotations[name]) * 180) / Math.PI;
    return { ...sighting, rotationDegrees: forEachSolver(error) };
  });
}
