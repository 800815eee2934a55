/**
 * `npm run bench`: whether video stays smooth and what that costs, at 1280x720 and 30 frames a second: the whole path,
 * detection beside its rivals, what starting costs, how large it is. A Markdown report, or one object with --json.
 */
import { parseArgs } from 'node:util';
import { measureDetect, reduceSamples } from './detect/run.ts';
import { noteOrigin, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';
import { type BenchReport, toMarkdown } from './report.ts';
import { measureSize } from './size.ts';
import { measureStart } from './start/run.ts';
import { NAMES } from './whole-path/names.ts';
import { measureWholePath } from './whole-path/run.ts';

const PARTS = ['path', 'detect', 'start', 'size'] as const;

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
  },
});
const { quick } = values;
const hiddenSeconds = Number(values['hidden-seconds'] ?? (quick ? 8 : 120));
const wants = (part: (typeof PARTS)[number]) => values.only.includes(part);
const tell = (line: string) => console.error(line);
const originOf = noteOrigin();

async function measure(): Promise<BenchReport> {
  const report: Partial<Record<keyof BenchReport, unknown>> = {};
  let browser = 'none';
  if (wants('size')) Object.assign(report, measureSize());
  runInRoot('npm', 'run', '--silent', 'build:demo');
  if (wants('detect')) {
    const { samples, browser: version } = await measureDetect(quick ? 30 : 150);
    browser = version;
    Object.assign(report, reduceSamples(samples));
  }
  if (wants('start')) {
    report.startMs = await measureStart({ browsers: quick ? 1 : 3, cameras: quick ? 5 : 15, tell });
  }
  if (wants('path')) {
    const path = await measureWholePath({
      ...{ use: values.use === 'call' ? 'call' : 'track', tell },
      ...{ turnMs: quick ? 3000 : 5000, rounds: quick ? 1 : 3, hiddenMs: hiddenSeconds * 1000 },
    });
    browser = path.browser;
    // As NAMES has them, then what else was measured.
    const names = [...new Set([...NAMES, ...Object.keys(path.figures)])];
    for (const figure of [
      ...(['fpsOut', 'latencyMs', 'mainThreadMs', 'mainThreadCpuMs', 'longestTaskMs', 'stagesMs'] as const),
      ...(values.use === 'call' ? (['fpsFar'] as const) : []),
    ]) {
      report[figure] = Object.fromEntries(names.map((name) => [name, path.figures[name]?.[figure] ?? null]));
    }
    report.slowness = path.slowness;
    report.hiddenSeconds = hiddenSeconds;
  }
  return { ...report, ...originOf(browser) } as BenchReport;
}

if (filters) {
  await import('./filters.ts');
} else {
  const report = await measure();
  if (values.json) console.log(JSON.stringify(report));
  else for (const [name, text] of Object.entries(toMarkdown(report))) publish(text, name, values.into);
}
