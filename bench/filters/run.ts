/**
 * Each filter for some seconds in one page with one face: frames a second, what painting takes, what the declaration weighs.
 * Last, one of each group at once. Owns the order and the clicking; the page is the whole path's.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { FILTER_GROUPS, type Filter } from '../../src/filters/filter.ts';
import { FILTERS } from '../../src/filters/index.ts';
import type { LineFigures, Spread } from '../../src/shared/line-protocol.ts';
import { launchBrowser } from '../../tests/harness/browser.ts';
import { getBuild, getClip } from '../../tests/harness/builds.ts';
import { findExtension, type Popup } from '../../tests/harness/extension.ts';
import { OFFLINE, startBenchSite } from '../site.ts';

export interface FilterRow {
  readonly name: string;
  readonly group: string;
  /** Of the track that the page holds, 30 being the camera's. */
  readonly fps: number;
  /** Time a frame of the stages that draw, on the line's thread. */
  readonly renderMs: Spread;
  /** Arrival of the camera's frame to hand-over of the drawn one. */
  readonly latencyMs: Spread;
  /** Of the declaration as JSON. */
  readonly bytes: number;
}

export interface FiltersOptions {
  readonly filters: readonly Filter[];
  /** Adds a row that wears one of each group. */
  readonly combined: boolean;
  readonly seconds: number;
  readonly tell: (row: FilterRow) => void;
}

const CAMERA = { widthPx: 1280, heightPx: 720, framesPerSecond: 30, use: 'track' } as const;
/** The line's spreads cover its last seconds: those of the filter before must have left them. */
const SETTLE_MS = 2500;
/** The stages that draw, as the line names them. */
const DRAWING_STAGES = ['begin', 'paint'] as const;

export async function measureFilters(
  options: FiltersOptions,
): Promise<{ rows: FilterRow[]; browser: string }> {
  const { filters, combined, seconds, tell } = options;
  const extensionDir = getBuild('dist-demo');
  const file = await getClip(CAMERA, { faces: 1, numbering: 'none' });
  const pages = `${import.meta.dirname}/../whole-path`;
  const site = await startBenchSite({ page: `${pages}/page.ts`, worker: `${pages}/reader.ts` });
  const browser = await launchBrowser({ extensionDir, camera: { file }, flags: OFFLINE });
  try {
    const page = await browser.openPage(site.url);
    await page.evaluate((camera) => bench.start(camera), CAMERA);
    const popup = await (await findExtension(browser, extensionDir)).openPopup(page);
    const observe = async (worn: readonly Filter[], name: string, group: string): Promise<FilterRow> => {
      await wear(popup, worn);
      await pause(SETTLE_MS);
      await page.evaluate(() => bench.restart());
      await pause(1000 * seconds);
      const { elapsedMs, delaysMs } = await page.evaluate(() => bench.observe());
      const figures = await readFigures(popup);
      return {
        ...{ name, group, fps: (1000 * delaysMs.length) / elapsedMs, latencyMs: figures.latencyMs },
        renderMs: sum(DRAWING_STAGES.flatMap((stage) => figures.stagesMs[stage] ?? [])),
        bytes: worn.reduce((all, filter) => all + Buffer.byteLength(JSON.stringify(filter)), 0),
      };
    };
    const rows: FilterRow[] = [];
    const add = (row: FilterRow) => {
      rows.push(row);
      tell(row);
    };
    for (const filter of filters) add(await observe([filter], filter.id, filter.group));
    if (combined) add(await observe(oneOfEach(), 'one of each group', 'all'));
    return { rows, browser: browser.version };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The first of each group, as the popup shows them. */
function oneOfEach(): Filter[] {
  return FILTER_GROUPS.flatMap((group) => FILTERS.find((filter) => filter.group === group) ?? []);
}

/** Clicks as a user does: the first alone, then the others with it. */
async function wear(popup: Popup, filters: readonly Filter[]): Promise<void> {
  const [first, ...others] = filters.map(({ id }) => id);
  if (first === undefined) throw new Error('Expected a filter to wear, got none');
  await popup.choose(first);
  for (const id of others) {
    await popup.page.evaluate((wanted: string) => {
      document.querySelector<HTMLElement>(`[data-filter="${wanted}"]`)?.click();
    }, id);
    await popup.page.waitFor(
      (wanted: string) => document.querySelector(`[data-filter="${wanted}"]`)?.ariaPressed === 'true',
      id,
    );
  }
  const wanted = filters.map(({ id }) => id).sort();
  const WITHIN_MS = 20_000;
  for (const giveUpAt = Date.now() + WITHIN_MS; ; ) {
    const statuses = await popup.readStatus();
    const isWorn = statuses.some(({ filterIds }) => filterIds.toSorted().join() === wanted.join());
    if (isWorn) return;
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${wanted}: ${JSON.stringify(statuses)}`);
  }
}

async function readFigures(popup: Popup): Promise<LineFigures> {
  const [status] = await popup.readStatus();
  if (!status?.figures || status.problem) {
    throw new Error(`Expected figures of a filter that is on, got ${JSON.stringify(status)}`);
  }
  return status.figures;
}

function sum(spreads: readonly Spread[]): Spread {
  const total = (read: (spread: Spread) => number) => spreads.reduce((all, spread) => all + read(spread), 0);
  return { p50: total(({ p50 }) => p50), p95: total(({ p95 }) => p95) };
}
