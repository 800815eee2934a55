/**
 * Our path and its rivals on a folder of stills with known poses. Owns what counts as found and how errors are taken:
 * rotation after the constant offset of a head is removed, since heads differ in what their maker calls straight on.
 */
import { readFile } from 'node:fs/promises';
import type { Detector } from '../../src/engine/detector.ts';
import { assumeIntrinsics, type Intrinsics } from '../../src/geometry/intrinsics.ts';
import { angleBetween, conjugate, multiply, type Quaternion } from '../../src/geometry/quaternion.ts';
import { decodeJpeg } from '../../training/node-detector.ts';
import { type LabelledHead, readLabelledFolder } from '../../training/pose/labelled-heads.ts';
import { meanRotation } from './fit-rotation.ts';
import { lookAtStill } from './look-at-still.ts';
import { SOLVERS, type Solver, type SolverName } from './rivals.ts';

export interface MeasuredHead {
  readonly truth: LabelledHead;
  readonly keypointsPx: readonly number[];
  readonly intrinsics: Intrinsics;
  /** Mean distance of the six keypoints from the truth, in frontal inter-pupil distances. */
  readonly keypointError: number;
  readonly rotationDegrees: Record<SolverName, number>;
}

export interface MeasuredStills {
  readonly images: number;
  /** Images whose every head was found. */
  readonly found: number;
  readonly falseBoxes: number;
  readonly heads: readonly MeasuredHead[];
}

/** What the data's README calls the distance of two pupils. */
const INTER_PUPIL_CM = 6.3;
/** A head with fewer pictures shares its offset with the whole set. */
const FEWEST_FOR_OWN_OFFSET = 20;

type Sighting = Omit<MeasuredHead, 'rotationDegrees'> & {
  readonly rotations: Record<SolverName, Quaternion>;
};

export async function measureStills(
  folder: string,
  detector: Detector,
  solvers: Record<SolverName, Solver>,
): Promise<MeasuredStills> {
  const images = await readLabelledFolder(folder);
  const sightings: Sighting[] = [];
  let found = 0;
  let falseBoxes = 0;
  for (const [index, image] of images.entries()) {
    const faces = lookAtStill(detector, decodeJpeg(await readFile(image.path)));
    const left = new Set(faces);
    let missed = 0;
    for (const truth of image.heads) {
      const face = [...left].find(({ keypointsPx }) => isSame(keypointsPx, truth.keypointsPx));
      if (face === undefined) missed++;
      else {
        left.delete(face);
        sightings.push(solveAll(truth, face.keypointsPx, image.intrinsics, solvers));
      }
    }
    if (missed === 0) found++;
    falseBoxes += left.size;
    if (index % 50 === 49) console.error(`${folder}: ${index + 1} of ${images.length}`);
  }
  return { images: images.length, found, falseBoxes, heads: withoutOffsets(sightings) };
}

function solveAll(
  truth: LabelledHead,
  keypointsPx: readonly number[],
  camera: Intrinsics,
  solvers: Record<SolverName, Solver>,
): Sighting {
  const intrinsics = assumeIntrinsics(camera.widthPx, camera.heightPx);
  const interPupilPx = (INTER_PUPIL_CM * camera.focalPx) / truth.distanceCm;
  const distances = [0, 1, 2, 3, 4, 5].map((i) => distance(keypointsPx, truth.keypointsPx, i));
  const keypointError = distances.reduce((sum, value) => sum + value, 0) / 6 / interPupilPx;
  const rotations = Object.fromEntries(
    SOLVERS.map((name) => [name, solvers[name](keypointsPx, intrinsics).rotation]),
  ) as Record<SolverName, Quaternion>;
  return { truth, keypointsPx, intrinsics, keypointError, rotations };
}

function distance(a: readonly number[], b: readonly number[], i: number): number {
  return Math.hypot(a[2 * i]! - b[2 * i]!, a[2 * i + 1]! - b[2 * i + 1]!);
}

/** Found means: eyes, nose and mouth lie on average nearer than half the true spread from eyes to mouth. */
function isSame(seen: readonly number[], truth: readonly number[]): boolean {
  const mean = [0, 1, 2, 3].reduce((sum, i) => sum + distance(seen, truth, i) / 4, 0);
  const spread = Math.max(
    ...[1, 2, 3, 4, 5].flatMap((i) => [Math.hypot(truth[0]! - truth[2 * i]!, truth[1]! - truth[2 * i + 1]!)]),
  );
  return mean < spread / 2;
}

function withoutOffsets(sightings: readonly Sighting[]): MeasuredHead[] {
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
    offsets.set(
      key,
      Object.fromEntries(SOLVERS.map((name) => [name, mean(name)])) as Record<SolverName, Quaternion>,
    );
  }
  return sightings.map(({ rotations, ...sighting }) => {
    const own = offsets.get(group({ rotations, ...sighting }))!;
    const error = (name: SolverName) =>
      (angleBetween(multiply(sighting.truth.rotation, own[name]), rotations[name]) * 180) / Math.PI;
    return {
      ...sighting,
      rotationDegrees: Object.fromEntries(SOLVERS.map((name) => [name, error(name)])) as Record<
        SolverName,
        number
      >,
    };
  });
}
