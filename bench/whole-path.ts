/**
 * `npm run bench`: the whole path at 1280x720, from the camera to the track that a page holds, and on to the far end
 * of a call; tab visible and really hidden; passthrough as the floor. A Markdown table, or --json.
 * --filter ID (may be repeated; glasses alone by default), --seconds N of measuring each.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, launchBrowser } from '../tests/harness/browser.ts';
import { getBuild, getClip } from '../tests/harness/builds.ts';
import { type Extension, findExtension, type Popup } from '../tests/harness/extension.ts';
import { hideTab } from '../tests/harness/hidden-tab.ts';
import type { Page } from '../tests/harness/page.ts';
import { startSite } from '../tests/harness/site.ts';
import { measureObservation, type Row, stagesToMarkdown, toMarkdown } from './whole-path/figures.ts';
import type { Observation } from './whole-path/page.ts';

const { values } = parseArgs({
  options: {
    filter: { type: 'string', multiple: true, default: ['glasses'] },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});
const MEASURE_MS = Number(values.seconds) * 1000;
/** Shaders, caches and the codec's bitrate settle before the clock starts. */
const WARM_UP_MS = 4000;

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd: `${import.meta.dirname}/..`, encoding: 'utf8' });

async function readBusyMs(page: Page): Promise<number> {
  const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

interface Measured {
  readonly observation: Observation;
  readonly busyMs: number;
}

async function measure(page: Page): Promise<Measured> {
  await pause(WARM_UP_MS);
  await page.evaluate(() => bench.restart());
  const before = await readBusyMs(page);
  await pause(MEASURE_MS);
  const observation = await page.evaluate(() => bench.observe());
  return { observation, busyMs: (await readBusyMs(page)) - before };
}

async function wear(popup: Popup, filter: string): Promise<void> {
  if (filter === 'passthrough') await popup.turn('off');
  else await popup.choose(filter);
  const wanted = filter === 'passthrough' ? null : filter;
  while (
    !(await popup.readStatus()).some(
      (status) => (status.filterOn ? status.filterIds.join() : null) === wanted,
    )
  ) {
    await pause(100);
  }
}

async function benchUse(
  use: Row['use'],
  url: string,
  browser: Browser,
  extension: Extension,
): Promise<Row[]> {
  const page = await browser.openPage(url);
  await page.send('Performance.enable');
  await page.evaluate((how: Row['use']) => bench.start(how), use);
  const popup = await extension.openPopup(page);
  const rows: Row[] = [];
  for (const tab of ['visible', 'hidden'] as const) {
    const hidden = tab === 'hidden' ? await hideTab(browser, page) : null;
    let floor: Observation | null = null;
    for (const filter of ['passthrough', ...values.filter]) {
      await wear(popup, filter);
      const { observation, busyMs } = await measure(page);
      floor ??= observation;
      const [status] = await popup.readStatus();
      if (status?.problem || page.errors.length > 0) {
        throw new Error(`The filter went off: ${status?.problem ?? ''} ${page.errors.join(', ')}`);
      }
      const row: Row = {
        ...{ use, filter, tab, ...measureObservation(observation, floor) },
        mainThreadMs: busyMs / observation.delaysMs.length,
        line: filter === 'passthrough' ? null : (status?.figures ?? null),
      };
      console.error(`${use}, ${filter}, ${tab}: ${row.fps.toFixed(1)} fps`);
      rows.push(row);
    }
    await hidden?.show();
  }
  await popup.close();
  await page.close();
  return rows;
}

if (run('npm', 'run', '--silent', 'build:demo').status !== 0) throw new Error('npm run build:demo failed');
const extensionDir = getBuild('dist-demo');
const camera = { file: await getClip({ widthPx: 1280, heightPx: 720 }, { numbering: 'none' }) };
const site = await startSite(`${import.meta.dirname}/whole-path/page.ts`);
const browser = await launchBrowser({ extensionDir, camera });
try {
  const extension = await findExtension(browser, extensionDir);
  const rows: Row[] = [];
  for (const use of ['track', 'call'] as const) {
    rows.push(...(await benchUse(use, `${site.url}?${use}`, browser, extension)));
  }
  const origin = {
    ...{ browser: browser.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
    ...{
      commit: run('git', 'describe', '--always', '--dirty').stdout.trim(),
      date: new Date().toISOString(),
    },
    ...{ camera: 'file, 1280x720, MJPEG, 30 fps', seconds: Number(values.seconds) },
  };
  if (values.json) console.log(JSON.stringify({ ...origin, rows }, null, 2));
  else {
    const facts = Object.entries(origin).map(([name, value]) => `${name}: ${value}`);
    console.log([facts.join(' · '), '', toMarkdown(rows), '', stagesToMarkdown(rows)].join('\n'));
  }
} finally {
  await browser.close();
  await site.close();
}
