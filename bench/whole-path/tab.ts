/**
 * A tab with the bench's page and the popup that speaks of it: has filters worn by what is stored, starts rivals, and
 * measures for a while. Owns no arithmetic (figures.ts) and no order of measurements (run.ts).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../harness/browser.ts';
import type { Extension } from '../../harness/extension.ts';
import type { Page } from '../../harness/page.ts';
import { until } from '../../harness/until.ts';
import type { PipelineFigures } from '../../src/shared/pipeline-protocol.ts';
import { chooseStored } from '../choose-stored.ts';
import { type BusyTimes, measureBusyTimes } from './main-thread.ts';
import { type Maker, WORN } from './names.ts';
import type { CameraOptions, Observation } from './page.ts';
import { startTrace } from './trace.ts';

/** As reader.ts and page.ts name them; their modules are of the browser. */
const MARKS = { pageMark: 'bench-page', frameMark: 'bench-frame' } as const;
/** Of the extension's, with nothing on it. */
const QUIET_PAGE = '/manifest.json';
/** Shaders, caches and adaptation settle before the clock starts. */
const SETTLE_MS = 2500;
/** A trace of two minutes would be larger than it is worth: its last part speaks for it. */
const LONGEST_TRACE_MS = 10_000;

const isWatched = (maker: Maker) => maker.kind === 'passthrough' && maker.popup === 'looked at';

export interface Segment {
  readonly observation: Observation;
  readonly busy: BusyTimes;
  /** What the pipeline measured of itself; null where it drew nothing. */
  readonly pipeline: PipelineFigures | null;
}

export interface BenchTab {
  readonly page: Page;
  /** Resolves when frames are made so. */
  use(maker: Maker): Promise<void>;
  /** Lets things settle and measures for so long. Throws when the filter has gone off or the page had an error. */
  measure(ms: number): Promise<Segment>;
  close(): Promise<void>;
}

export async function openBenchTab(
  {
    browser,
    extension,
    url,
  }: { readonly browser: Browser; readonly extension: Extension; readonly url: string },
  camera: CameraOptions,
): Promise<BenchTab> {
  const page = await browser.openPage(url);
  await page.evaluate((options) => bench.start(options), camera);
  const popup = await extension.openPopup(page);
  const popupUrl = await popup.page.evaluate(() => location.href);
  let maker: Maker = { kind: 'passthrough' };

  const goTo = async (address: string) => {
    if ((await popup.page.evaluate(() => location.href)) === address) return;
    await popup.page.send('Page.navigate', { url: address });
    await popup.page.waitFor(
      (wanted: string) => location.href === wanted && document.readyState === 'complete',
      address,
    );
  };

  const wear = async (filterId: string | null) => {
    await chooseStored(popup.page, filterId === null ? [] : [filterId]);
    await until(`a page that wears ${filterId ?? 'nothing'}`, popup.readStatus, (statuses) =>
      statuses.some((status) => (status.filterOn ? status.filterIds.join() : null) === filterId),
    );
  };

  return {
    page,
    async use(next) {
      if (maker.kind === 'plain') await page.evaluate(() => bench.stopPlain());
      maker = next;
      // A popup that is looked at shows the call's picture, and the page makes ten of them a second for it.
      await goTo(isWatched(next) ? popupUrl : new URL(QUIET_PAGE, popupUrl).href);
      await wear(next.kind === 'extension' ? next.filterId : null);
      if (next.kind !== 'plain') return;
      const options = { filterId: WORN.overlay, detector: next.detector };
      await page.evaluate((given) => bench.startPlain(given), options);
    },
    async measure(ms) {
      const measured = await measurePage(browser, page, ms);
      const [status] = await popup.readStatus();
      if (status?.problem) throw new Error(`The filter went off: ${status.problem}`);
      return { ...measured, pipeline: maker.kind === 'extension' ? (status?.figures ?? null) : null };
    },
    async close() {
      await popup.close();
      await page.close();
    },
  };
}

/** Lets things settle and measures for so long. Throws when the page had an error. */
async function measurePage(browser: Browser, page: Page, ms: number): Promise<Omit<Segment, 'pipeline'>> {
  await pause(SETTLE_MS);
  await page.evaluate(() => bench.restart());
  await pause(Math.max(0, ms - LONGEST_TRACE_MS));
  const trace = await startTrace(browser.connection);
  await page.evaluate((name) => void performance.mark(name), MARKS.pageMark);
  await pause(Math.min(ms, LONGEST_TRACE_MS));
  const observation = await page.evaluate(() => bench.observe());
  const busy = measureBusyTimes(await trace.stop(), MARKS);
  // What MediaPipe has to tell it logs as an error.
  const errors = page.errors.filter((text) => !text.includes('"INFO: '));
  if (errors.length > 0) throw new Error(`The page had errors: ${errors.join(', ')}`);
  return { observation, busy };
}

/** One measurement of the same page where the extension is not, in the same browser, beside the other tab. */
export async function measureUnhooked(
  browser: Browser,
  { url, camera, ms }: { readonly url: string; readonly camera: CameraOptions; readonly ms: number },
): Promise<Segment> {
  const page = await browser.openPage(url);
  try {
    await page.evaluate((options) => bench.start(options), camera);
    return { ...(await measurePage(browser, page, ms)), pipeline: null };
  } finally {
    await page.close();
  }
}
