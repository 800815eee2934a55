/**
 * `npm run --silent bench:pose -- [--faces DIR]... [--sequence FILE.mp4 FILE.json]... [--plot FILE.svg] [--json]`:
 * our path through the real detector beside its rivals on the same keypoints, and our tracker on videos.
 * DIR holds pictures and ground_truth.json (training/pose/labelled-heads.ts).
 */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeDetector } from '../harness/node-detector.ts';
import { createPoseSolver } from '../src/geometry/solve-pose.ts';
import type { MeasuredHead } from './pose/compare-solvers.ts';
import { measureSequence } from './pose/measure-sequence.ts';
import { type Measured, measureStills, type Stages } from './pose/measure-stills.ts';
import { plotErrorAgainstYaw } from './pose/plot.ts';
import { openSolvers, readNet, SOLVERS, type SolverName } from './pose/rivals.ts';
import { summarise, timeUs } from './pose/statistics.ts';

const { values: options, positionals } = parseArgs({
  options: {
    faces: { type: 'string', multiple: true, default: [] },
    sequence: { type: 'string', multiple: true, default: [] },
    plot: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  // The second file of each --sequence.
  allowPositionals: true,
});
if (options.faces.length + options.sequence.length === 0 || positionals.length !== options.sequence.length) {
  throw new Error(
    'bench:pose expects --faces DIR or --sequence FILE.mp4 FILE.json, each any number of times',
  );
}

const { detector } = await createNodeDetector();
const stages: Stages = {
  detector,
  solvePose: createPoseSolver(readNet(new URL('../models/pose-blazeface/', import.meta.url))),
  solvers: await openSolvers(),
};
const all: MeasuredHead[] = [];
for (const folder of options.faces) {
  const measured = await measureStills(folder, stages);
  all.push(...measured.heads);
  const record = summariseSet(basename(folder), measured);
  console.log(options.json ? JSON.stringify(record) : inWords(record, measured.heads));
}
for (const [index, video] of options.sequence.entries()) {
  const measured = measureSequence(video, positionals[index]!, stages);
  const { median, p95 } = summarise(measured.noseErrors);
  const record = {
    ...summariseSet(basename(video, '.mp4'), measured),
    noseErrorPercentOfFaceWidth: { median, p95 },
  };
  const drawn = `  nose of the drawn pose off by median ${median.toFixed(2)}, p95 ${p95.toFixed(2)} % of face width`;
  console.log(options.json ? JSON.stringify(record) : `${inWords(record, measured.heads)}\n${drawn}`);
}
if (options.plot) await writeFile(options.plot, plotErrorAgainstYaw(all));

function summariseSet(set: string, { images, found, falseBoxes, heads }: Measured) {
  const bySolver = <T>(value: (name: SolverName) => T) =>
    Object.fromEntries(SOLVERS.map((name) => [name, value(name)])) as Record<SolverName, T>;
  const time = (name: SolverName) =>
    timeUs((round) => {
      const { keypointsPx, intrinsics } = heads[round % heads.length]!;
      return stages.solvers[name](keypointsPx, intrinsics);
    });
  return {
    set,
    images,
    found,
    falseBoxes,
    keypointError: summarise(heads.map(({ keypointError }) => keypointError)),
    rotationDeg: bySolver((name) => summarise(heads.map(({ rotationDegrees }) => rotationDegrees[name]))),
    solveUs: bySolver((name) => (heads.length === 0 ? Number.NaN : time(name))),
  };
}

function inWords(record: ReturnType<typeof summariseSet>, heads: readonly MeasuredHead[]): string {
  const { set, images, found, falseBoxes, keypointError, rotationDeg, solveUs } = record;
  const lines = [
    `${set}: ${found} of ${images} pictures found, ${falseBoxes} false boxes`,
    `  keypoint error in inter-pupil distances: mean ${keypointError.mean.toFixed(3)}, p95 ${keypointError.p95.toFixed(3)}`,
    '  rotation error in degrees, a constant offset per head removed: mean / median / p95; microseconds a solve',
    ...SOLVERS.map((name) => {
      const { mean, median, p95 } = rotationDeg[name];
      return `    ${name.padEnd(11)} ${mean.toFixed(2)} / ${median.toFixed(2)} / ${p95.toFixed(2)}; ${solveUs[name].toFixed(1)}`;
    }),
    '  mean rotation error of ours, lm by',
    `    yaw       ${bands(heads, ({ truth }) => Math.abs(truth.yawDegrees), [0, 15, 30, 45, 66])}`,
    `    pitch     ${bands(heads, ({ truth }) => Math.abs(truth.pitchDegrees), [0, 10, 20, 40])}`,
    `    distance  ${bands(heads, ({ truth }) => truth.distanceCm, [30, 45, 60, 80, 120])}`,
  ];
  return lines.join('\n');
}

/** "0-15: 3.1, 6.0 (40)" for each band between two edges. */
function bands(
  heads: readonly MeasuredHead[],
  key: (head: MeasuredHead) => number,
  edges: readonly number[],
): string {
  return edges
    .slice(1)
    .map((to, i) => {
      const inside = heads.filter((head) => key(head) >= edges[i]! && key(head) < to);
      const mean = (name: SolverName) =>
        summarise(inside.map((head) => head.rotationDegrees[name])).mean.toFixed(1);
      return `${edges[i]}-${to}: ${mean('ours')}, ${mean('lm')} (${inside.length})`;
    })
    .join('   ');
}
