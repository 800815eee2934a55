/**
 * `npm run bench`: whether video stays smooth and what that costs, at 1280x720 and 30 frames a second: the whole path,
 * detection beside its rivals, what starting costs, how large it is. A Markdown report, or one object with --json.
 * With --against DIR another build is measured in turn with this one, and the ratios stand beside.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getBuild } from '../harness/builds.ts';
import { type AgainstReport, ratiosOf } from './against.ts';
import { measureBusy } from './busy/run.ts';
import { measureDetect, reduceSamples } from './detect/run.ts';
import { noteOrigin, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';
import { AGAINST_HELP, prepareOtherBuild } from './other-build.ts';
import { type BenchReport, toMarkdown } from './report.ts';
import { measureSize, weighBuild } from './size.ts';
import { measureStart } from './start/run.ts';
import type { NameFigures } from './whole-path/figures.ts';
import { NAMES } from './whole-path/names.ts';
import { measureWholePath, SLOWER } from './whole-path/run.ts';

const PARTS = ['path', 'detect', 'start', 'busy', 'size'] as const;
const [OURS, OTHER] = ['ours', 'other'] as const;
const HELP = `npm run bench -- [options]

--only PART          ${PARTS.join(', ')}; may be given again; all by default
--quick              a look in a few minutes, too short to be quoted
--hidden-seconds N   how long the tab stays hidden, 120 by default
--use call           the page sends its track to itself over WebRTC meanwhile
--json               one object on stdout
--into FILE          writes each part into that document's block of its name
--filters            instead of all this a row for each filter
${AGAINST_HELP}
  Detection is measured out of the sources of this build alone.`;

const args = process.argv.slice(2);
/** Instead of all this a row for each filter: filters.ts, which has its own options. */
const filters = args.includes('--filters');
const { values } = parseArgs({
  args: filters ? [] : args,
  options: {
    json: { type: 'boolean', default: false },
    /** Some of PARTS; all by default. */
    only: { type: 'string', multiple: true, default: [...PARTS] },
    /** A look in a few minutes, for whoever works on the product: too short to be quoted. */
    quick: { type: 'boolean', default: false },
    'hidden-seconds': { type: 'string' },
    /** A document with a block of figures for each part that is measured: it gets the new ones. */
    into: { type: 'string' },
    /** call: the page sends its track to itself over WebRTC meanwhile. */
    use: { type: 'string', default: 'track' },
    /** Another build, which takes turns with this one: other-build.ts says what it may be. */
    against: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const hiddenSeconds = Number(values['hidden-seconds'] ?? (quick ? 8 : 120));
const wants = (part: (typeof PARTS)[number]) => values.only.includes(part);
const tell = (line: string) => console.error(line);
const originOf = noteOrigin();

async function measure(): Promise<BenchReport> {
  const other =
    values.against === undefined ? null : prepareOtherBuild(values.against, { weighed: wants('size') });
  const report: Writable<BenchReport> = {};
  const against: Writable<AgainstReport> = {};
  let browser = 'none';
  if (wants('size')) Object.assign(report, measureSize());
  runInRoot('npm', 'run', '--silent', 'build:demo');
  if (wants('size') && other) {
    const { dir, like } = other.sized;
    const oursSized = { like, ...weighBuild(join(import.meta.dirname, '..', like)) };
    Object.assign(against, { ...weighBuild(dir), oursSized });
  }
  const builds = { [OURS]: getBuild('dist-demo'), ...(other && { [OTHER]: other.dir }) };
  if (wants('detect')) {
    const { samples, browser: version } = await measureDetect(quick ? 30 : 150);
    browser = version;
    Object.assign(report, reduceSamples(samples));
  }
  if (wants('start')) {
    const startOptions = { builds, browsers: quick ? 1 : 3, cameras: quick ? 5 : 15, tell };
    const starts = await measureStart(startOptions);
    [report.startMs, against.startMs] = [starts[OURS], starts[OTHER]];
    const slowed = await measureStart({ ...startOptions, slower: SLOWER });
    [report.startSlow4xMs, against.startSlow4xMs] = [slowed[OURS], slowed[OTHER]];
  }
  if (wants('busy')) {
    const busy = await measureBusy({ builds, studiedMs: quick ? 4000 : 10_000, tell });
    browser = busy.browser;
    [report.busyPageFps, against.busyPageFps] = [
      { ...busy.figures[OURS], native: busy.native },
      busy.figures[OTHER],
    ];
  }
  if (wants('path')) {
    const path = await measureWholePath({
      ...{ builds, use: values.use === 'call' ? 'call' : 'track', tell },
      ...{ turnMs: quick ? 3000 : 5000, rounds: quick ? 1 : 3, hiddenMs: hiddenSeconds * 1000 },
    });
    browser = path.browser;
    addPath(report, path.figures[OURS] ?? {});
    if (other) addPath(against, path.figures[OTHER] ?? {});
    report.slowness = path.slowness;
    report.hiddenSeconds = hiddenSeconds;
  }
  const measured = { ...report, ...originOf(browser) } as BenchReport;
  if (!other) return measured;
  const beside = { ...against, commit: other.commit } as Omit<AgainstReport, 'ratios'>;
  return { ...measured, against: { ...beside, ratios: ratiosOf(measured, beside) } };
}

type Writable<Report> = Partial<Record<keyof Report, unknown>>;

/** A record by name for each kind of figure: as NAMES has them, then what else was measured. */
function addPath(report: Writable<BenchReport>, figures: Readonly<Record<string, NameFigures>>): void {
  const names = [...new Set([...NAMES, ...Object.keys(figures)])].filter((name) => figures[name]);
  for (const figure of [
    ...(['fpsOut', 'latencyMs', 'mainThreadMs', 'mainThreadCpuMs', 'longestTaskMs', 'stagesMs'] as const),
    ...(values.use === 'call' ? (['fpsFar'] as const) : []),
  ]) {
    report[figure] = Object.fromEntries(names.map((name) => [name, figures[name]?.[figure] ?? null]));
  }
}

if (filters) {
  await import('./filters.ts');
} else if (values.help) {
  console.log(HELP);
} else {
  const report = await measure();
  if (values.json) console.log(JSON.stringify(report));
  else for (const [name, text] of Object.entries(toMarkdown(report))) publish(text, name, values.into);
}
