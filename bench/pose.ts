/**
 * `npm run --silent bench:pose -- --faces DIR [--faces DIR] [--plot FILE.svg] [--json]`: our path through the real
 * detector beside its rivals on the same keypoints. DIR holds pictures and ground_truth.json (training/pose/labelled-heads.ts).
 */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeDetector } from '../training/node-detector.ts';
import { type MeasuredHead, type MeasuredStills, measureStills } from './pose/measure-stills.ts';
import { plotErrorAgainstYaw } from './pose/plot.ts';
import { openSolvers, SOLVERS, type SolverName } from './pose/rivals.ts';
import { summarise, timeUs } from './pose/statistics.ts';

const { values: options } = parseArgs({
  options: {
    faces: { type: 'string', multiple: true, default: [] },
    plot: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (options.faces.length === 0)
  throw new Error('bench:pose expects --faces DIR, a folder with ground_truth.json');

const { detector } = await createNodeDetector();
const solvers = await openSolvers();
const all: MeasuredHead[] = [];
for (const folder of options.faces) {
  const measured = await measureStills(folder, detector, solvers);
  all.push(...measured.heads);
  const record = summariseSet(basename(folder), measured);
  console.log(options.json ? JSON.stringify(record) : inWords(record, measured.heads));
}
if (options.plot) await writeFile(options.plot, plotErrorAgainstYaw(all));

function summariseSet(set: string, { images, found, falseBoxes, heads }: MeasuredStills) {
  const bySolver = <T>(value: (name: SolverName) => T) =>
    Object.fromEntries(SOLVERS.map((name) => [name, value(name)])) as Record<SolverName, T>;
  const time = (name: SolverName) =>
    timeUs((round) => {
      const { keypointsPx, intrinsics } = heads[round % heads.length]!;
      return solvers[name](keypointsPx, intrinsics);
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
