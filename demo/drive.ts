/**
 * The demo without a person: goes through filters of every kind by the popup, measures, and writes what the far end saw.
 * Owns the order of things and the files in demo/out; measuring is the extension's own, in its popup's status.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../harness/browser.ts';
import type { Extension, Popup } from '../harness/extension.ts';
import type { Page } from '../harness/page.ts';
import { until } from '../harness/until.ts';
import { shownFilterIds } from './shown-filters.ts';
import { type FilterFigures, summarise } from './summarise.ts';

interface DriveOptions {
  readonly browser: Browser;
  readonly extension: Extension;
  readonly url: string;
  readonly outDir: string;
  readonly report: (line: string) => void;
}

/** One figure a second; the spreads cover the last four. */
const MEASURED_SECONDS = 6;
/** A loop of the clip and a little more, so that every pose comes by. */
const MATCH_MS = 8_500;
const SHOWN_IN_RECORDING_MS = 2_000;
/** More than encoder, network and decoder hold: after these the far end shows what the camera's side shows. */
const FRAMES_UNDER_WAY = 20;

export async function driveDemo({ browser, extension, url, outDir, report }: DriveOptions): Promise<void> {
  const page = await browser.openPage(url);
  await page.waitFor(() => globalThis.demo?.getSize() ?? null);
  const popup = await extension.openPopup(page);
  const save = async (name: string, content: string | Buffer) => {
    await writeFile(join(outDir, name), content);
    report(`  wrote demo/out/${name}`);
  };

  const filters: Record<string, FilterFigures> = {};
  const ids = shownFilterIds();
  for (const [index, id] of ids.entries()) {
    report(`Filter ${index + 1} of ${ids.length}: ${id}`);
    await popup.turn('off');
    await waitForStatus(popup, (status) => !status.filterOn);
    await waitForFrames(page, FRAMES_UNDER_WAY);
    const before = await page.evaluate(() => demo.matcher.keep());

    await popup.choose(id);
    await waitForStatus(popup, (status) => status.filterOn && status.filterIds.join() === id);
    await waitForFrames(page, FRAMES_UNDER_WAY);
    const figures = await measure(page, popup);
    filters[id] = figures;
    const { fpsIn, fpsOut, latencyMs } = figures;
    report(
      `  ${fpsOut.toFixed(1)} of ${fpsIn.toFixed(1)} frames a second, ` +
        `added latency ${latencyMs.p50.toFixed(1)} ms (p95 ${latencyMs.p95.toFixed(1)})`,
    );
    const after = await page.evaluate((forMs: number) => demo.matcher.match(forMs), MATCH_MS);
    await save(`${id}-before.png`, Buffer.from(before, 'base64'));
    await save(`${id}-after.png`, Buffer.from(after, 'base64'));
    if (index === 0) await save('call.png', await page.screenshot('main'));
  }

  report('Recording the far end while the filters change');
  await page.evaluate(() => demo.record());
  for (const id of ids) {
    await popup.choose(id);
    await pause(SHOWN_IN_RECORDING_MS);
  }
  await save('far-end.webm', Buffer.from(await page.evaluate(() => demo.stopRecording()), 'base64'));

  const origin = { browser: browser.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
  await save('figures.json', `${JSON.stringify({ ...origin, commit, filters }, null, 2)}\n`);
  report(`Done: ${ids.length} filters, everything is in demo/out.`);
}

type Status = Awaited<ReturnType<Popup['readStatus']>>[number];

async function waitForStatus(popup: Popup, isWished: (status: Status) => boolean): Promise<void> {
  await until(`a page that says: ${isWished}`, popup.readStatus, (statuses) => statuses.some(isWished));
}

/** Waits until the far end has decoded so many more frames. */
async function waitForFrames(page: Page, count: number): Promise<void> {
  const enough = (await page.evaluate(() => demo.countFrames())) + count;
  await page.waitFor(async (wanted: number) => (await demo.countFrames()) >= wanted, enough);
}

async function measure(page: Page, popup: Popup): Promise<FilterFigures> {
  const framesBefore = await page.evaluate(() => demo.countFrames());
  const startedMs = performance.now();
  const seconds = [];
  for (let second = 0; second < MEASURED_SECONDS; second++) {
    await pause(1000);
    const [status] = await popup.readStatus();
    if (status?.figures) seconds.push(status.figures);
  }
  const frames = (await page.evaluate(() => demo.countFrames())) - framesBefore;
  const farEndFps = (frames * 1000) / (performance.now() - startedMs);
  return summarise(seconds, farEndFps);
}
