/** Our path and its rivals on a folder of stills with known poses. Owns what counts as found. */
import { readFile } from 'node:fs/promises';
import { decodeJpeg } from '../../harness/node-detector.ts';
import type { Detector } from '../../src/engine/faces/detector.ts';
import type { SolvePose } from '../../src/geometry/solve-pose.ts';
import { readLabelledFolder } from '../../training/pose/labelled-heads.ts';
import { isSameFace, type MeasuredHead, removeOffsets, type Sighting, solveAll } from './compare-solvers.ts';
import { lookAtStill } from './look-at-still.ts';
import type { Solver, SolverName } from './rivals.ts';

export interface Measured {
  readonly images: number;
  /** Images whose every head was found. */
  readonly found: number;
  readonly falseBoxes: number;
  readonly heads: readonly MeasuredHead[];
}

/** What is measured: our detector and solver, and every solver on what our detector says. */
export interface Stages {
  readonly detector: Detector;
  readonly solvePose: SolvePose;
  readonly solvers: Record<SolverName, Solver>;
}

export async function measureStills(folder: string, { solvers, ...engine }: Stages): Promise<Measured> {
  const images = await readLabelledFolder(folder);
  const sightings: Sighting[] = [];
  let found = 0;
  let falseBoxes = 0;
  for (const [index, image] of images.entries()) {
    const left = new Set(lookAtStill(engine, decodeJpeg(await readFile(image.path))));
    let missed = 0;
    for (const truth of image.heads) {
      const face = [...left].find((keypointsPx) => isSameFace(keypointsPx, truth.keypointsPx));
      if (face === undefined) missed++;
      else {
        left.delete(face);
        sightings.push(solveAll(truth, face, image.intrinsics, solvers));
      }
    }
    if (missed === 0) found++;
    falseBoxes += left.size;
    if (index % 50 === 49) console.error(`${folder}: ${index + 1} of ${images.length}`);
  }
  return { images: images.length, found, falseBoxes, heads: removeOffsets(sightings) };
}
