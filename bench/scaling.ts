/**
 * `npm run bench:scaling`: how the cost of a filter grows with the size of the picture, the number of faces and the frame
 * rate. A Markdown table on stdout; --plot FILE also draws it as SVG, --into FILE writes
 * it into that document's block.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getClip } from '../harness/builds.ts';
import { noteOrigin, originLine, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';
import { type Cost, plotScaling, type ScalingRow } from './scaling/plot.ts';
import { table } from './table.ts';
import { clipOf, openBenchBrowser } from './whole-path/browser.ts';
import { PASSTHROUGH, WORN } from './whole-path/names.ts';
import { expectAllWorn, takeTurns } from './whole-path/run.ts';
import { createStretches } from './whole-path/stretches.ts';

const { values } = parseArgs({
  options: {
    plot: { type: 'string' },
    into: { type: 'string' },
    seconds: { type: 'string', default: '5' },
  },
});
const USUAL = { widthPx: 1280, heightPx: 720, framesPerSecond: 30, faces: 1, use: 'track' } as const;
const SIZES = [360, 540, 720, 1080] as const;
const FACES = [1, 2, 3, 4] as const;
const RATES = [15, 30, 60] as const;

const cases = [
  ...SIZES.map((lines) => ({
    ...{ axis: 'lines', at: lines },
    camera: { ...USUAL, widthPx: (lines * 16) / 9, heightPx: lines },
  })),
  ...FACES.map((faces) => ({ ...{ axis: 'faces', at: faces }, camera: { ...USUAL, faces } })),
  ...RATES.map((framesPerSecond) => ({
    ...{ axis: 'frames a second', at: framesPerSecond },
    camera: { ...USUAL, framesPerSecond },
  })),
];

let browserVersion = 'none';

async function measureCost(
  camera: (typeof cases)[number]['camera'],
  tell: (line: string) => void,
): Promise<Cost> {
  const { tab, close, version } = await openBenchBrowser(camera);
  browserVersion = version;
  try {
    const stretches = createStretches(tell);
    const makers = {
      passthrough: PASSTHROUGH,
      overlay: { kind: 'extension', filterId: WORN.overlay },
    } as const;
    await takeTurns(tab, makers, { turnMs: Number(values.seconds) * 1000, rounds: 1 }, stretches.note);
    if (camera.faces > 1) await expectAllWorn(tab, camera.faces);
    const { overlay } = stretches.combined();
    if (!overlay?.stagesMs) throw new Error('Expected the pipeline to tell of its stages, it did not');
    const engineMs = Object.entries(overlay.stagesMs)
      .filter(([stage]) => stage.startsWith('engine'))
      .reduce((sum, [, { p50 }]) => sum + p50, 0);
    const { fpsOut, latencyMs, mainThreadMs, mainThreadCpuMs } = overlay;
    const [addedMs, pageMs, pageCpuMs] = [latencyMs, mainThreadMs, mainThreadCpuMs].map(
      ({ p50 }) => p50 ?? Number.NaN,
    ) as [number, number, number];
    return { fpsOut, addedMs, pageMs, pageCpuMs, engineMs };
  } finally {
    await close();
  }
}

const originOf = noteOrigin();
runInRoot('npm', 'run', '--silent', 'build:demo');
// Making clips is work for a core, and none of it shall fall into a measurement.
for (const { camera } of cases) await getClip(camera, clipOf(camera));
const rows: ScalingRow[] = [];
/** The usual case stands in each of the three rows of cases. */
const measured = new Map<string, Cost>();
for (const { axis, at, camera } of cases) {
  const key = JSON.stringify(camera);
  const cost =
    measured.get(key) ?? (await measureCost(camera, (line) => console.error(`${at} ${axis}: ${line}`)));
  measured.set(key, cost);
  rows.push({ axis, at, ...cost });
}
const header =
  'what grows | fps out | added ms | main thread ms a frame | of it processor ms | engine ms a detection';
const figures = table(
  header,
  rows.map(({ axis, at, fpsOut, addedMs, pageMs, pageCpuMs, engineMs }) => [
    `${at} ${axis}`,
    ...[fpsOut, addedMs, pageMs, pageCpuMs, engineMs].map((value) => value.toFixed(1)),
  ]),
);
const usual = `${WORN.overlay}, 1280x720, one face, 30 frames a second where nothing else is said; medians`;
publish([originLine(originOf(browserVersion)), usual, figures].join('\n\n'), 'scaling', values.into);
if (values.plot) writeFileSync(values.plot, plotScaling(rows));
