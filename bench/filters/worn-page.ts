/**
 * A page with a camera and the popup that speaks of it: wears filters as a user clicks them, and looks at what comes out.
 * Owns one browser; the page is the whole path's.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../../harness/browser.ts';
import { getBuild, getClip } from '../../harness/builds.ts';
import { findExtension, type Popup } from '../../harness/extension.ts';
import { until, WaitedInVain } from '../../harness/until.ts';
import type { Filter } from '../../src/filters/schema/filter.ts';
import type { Spread } from '../../src/shared/pipeline-protocol.ts';
import type { DocumentStatus } from '../../src/shared/status.ts';
import { OFFLINE, startBenchSite } from '../site.ts';
import type { Look } from './look-again.ts';

export interface WornPage {
  readonly version: string;
  /** Puts exactly these on and measures for so long. */
  look(worn: readonly Filter[], ms: number): Promise<Look>;
  close(): Promise<void>;
}

const CAMERA = { widthPx: 1280, heightPx: 720, framesPerSecond: 30, use: 'track' } as const;
/** The pipeline's spreads cover its last four seconds: those of the filter before must have left them. */
const SETTLE_MS = 2500;
/** The stages that draw, as the pipeline names them. */
const DRAWING_STAGES = ['begin', 'paint'] as const;

export async function openWornPage(): Promise<WornPage> {
  const extensionDir = getBuild('dist-demo');
  const file = await getClip(CAMERA, { faces: 1, numbering: 'none' });
  const pages = `${import.meta.dirname}/../whole-path`;
  const site = await startBenchSite({ page: `${pages}/page.ts`, worker: `${pages}/reader.ts` });
  const browser = await launchBrowser({ extensionDir, camera: { file }, flags: OFFLINE });
  const close = async () => {
    await browser.close();
    await site.close();
  };
  try {
    const page = await browser.openPage(site.url);
    await page.evaluate((camera) => bench.start(camera), CAMERA);
    const popup = await (await findExtension(browser, extensionDir)).openPopup(page);
    return {
      version: browser.version,
      async look(worn, ms) {
        await click(popup, worn);
        const before = await waitUntilWorn(popup, worn);
        if (before === null) return { kind: 'never on', why: whyOff(await popup.readStatus()) };
        await pause(SETTLE_MS);
        await page.evaluate(() => bench.restart());
        await pause(ms);
        const { elapsedMs, delaysMs } = await page.evaluate(() => bench.observe());
        const statuses = await popup.readStatus();
        const after = statuses.find((status) => isWorn(status, worn));
        // What went off and came back meanwhile has been worn for a shorter time.
        if (!after?.figures || after.wornSinceMs !== before.wornSinceMs) {
          return { kind: 'went off', why: whyOff(statuses) };
        }
        const { latencyMs, stagesMs } = after.figures;
        const renderMs = sum(DRAWING_STAGES.flatMap((stage) => stagesMs[stage] ?? []));
        return { kind: 'worn', figures: { fps: (1000 * delaysMs.length) / elapsedMs, latencyMs, renderMs } };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Clicks as a user does: the first alone, then the others with it. */
async function click(popup: Popup, filters: readonly Filter[]): Promise<void> {
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
}

/** What the frame that wears them says; null when none does in time. */
async function waitUntilWorn(popup: Popup, filters: readonly Filter[]): Promise<DocumentStatus | null> {
  const read = async () => (await popup.readStatus()).find((status) => isWorn(status, filters)) ?? null;
  return until('a page that wears them', read).catch((error: unknown) => {
    if (error instanceof WaitedInVain) return null;
    throw error;
  });
}

function isWorn({ filterOn, filterIds }: DocumentStatus, filters: readonly Filter[]): boolean {
  const wanted = filters.map(({ id }) => id);
  return filterOn && filterIds.toSorted().join() === wanted.toSorted().join();
}

/** The reason that the frames tell; they tell of none once it is on again. */
function whyOff(statuses: readonly DocumentStatus[]): string {
  const problems = statuses.flatMap(({ problem }) => problem ?? []);
  return problems.length > 0 ? problems.join(', ') : 'no reason told';
}

function sum(spreads: readonly Spread[]): Spread {
  const total = (read: (spread: Spread) => number) => spreads.reduce((all, spread) => all + read(spread), 0);
  return { p50: total(({ p50 }) => p50), p95: total(({ p95 }) => p95) };
}
