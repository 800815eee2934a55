/**
 * One browser of bench:cost: plain, or with a build of the extension; a page with a camera that is open only while it is
 * measured, so that browsers that wait for their turn have nothing to do. Owns the browser.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, launchBrowser } from '../../harness/browser.ts';
import { findExtension, type Popup } from '../../harness/extension.ts';
import { until, WaitedInVain } from '../../harness/until.ts';
import { chooseStored } from '../choose-stored.ts';
import { OFFLINE } from '../site.ts';
import { getTickRate, readMoment } from './process-times.ts';
import type { CostRow } from './rows.ts';
import { type SeatSample, sampleBetween } from './sample.ts';

export interface Seat {
  readonly version: string;
  /** Null when the filter was not on from the beginning to the end; why is told. */
  measure(row: CostRow, ms: number): Promise<SeatSample | null>;
  close(): Promise<void>;
}

export interface SeatOptions {
  readonly url: string;
  readonly clip: string;
  /** Folder of a build; null: a browser without extensions. */
  readonly extensionDir: string | null;
  readonly tell: (line: string) => void;
}

/** Shaders, caches and adaptation settle before the clock starts. */
const SETTLE_MS = 2500;
/** Of the extension's, with nothing on it: a popup that is looked at has the page make pictures for it. */
const QUIET_PAGE = '/manifest.json';

export async function openSeat({ url, clip, extensionDir, tell }: SeatOptions): Promise<Seat> {
  const browser = await launchBrowser({
    ...{ camera: { file: clip }, flags: OFFLINE },
    ...(extensionDir !== null && { extensionDir }),
  });
  try {
    const page = await browser.openPage(url);
    const popup = extensionDir === null ? null : await openQuietPopup(browser, extensionDir, url);
    const [rootId, ticksASecond] = [await getBrowserId(browser), getTickRate()];
    return {
      version: browser.version,
      async measure({ filterId, trackEnabled, cameras }, ms) {
        if (popup) await chooseStored(popup.page, filterId === null ? [] : [filterId]);
        await page.evaluate((sizes) => costBench.open(sizes), cameras);
        try {
          const neverOn = popup && filterId !== null ? await waitUntilWorn(popup, filterId) : null;
          if (neverOn !== null) {
            tell(`${filterId} never came on: ${neverOn}`);
            return null;
          }
          await page.evaluate((enabled) => costBench.setEnabled(enabled), trackEnabled);
          await pause(SETTLE_MS);
          await page.evaluate(() => costBench.countFrames());
          const before = readMoment(rootId);
          await pause(ms);
          const after = readMoment(rootId);
          const frames = await page.evaluate(() => costBench.countFrames());
          if (frames.includes(0))
            throw new Error(`Expected frames of each camera, got ${frames.join(' and ')}`);
          if (page.errors.length > 0) throw new Error(`The page had errors: ${page.errors.join(', ')}`);
          const off = popup && filterId !== null && trackEnabled ? await whyOff(popup, filterId) : null;
          if (off !== null) {
            tell(`${filterId} does not count this time: ${off}`);
            return null;
          }
          const fps = frames.map((count) => (1000 * count) / (after.atMs - before.atMs));
          return { ...sampleBetween(before, after, ticksASecond), fps };
        } finally {
          await page.evaluate(() => costBench.close());
        }
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openQuietPopup(browser: Browser, extensionDir: string, url: string): Promise<Popup> {
  const extension = await findExtension(browser, extensionDir);
  const page = await browser.findTarget((address) => address === url);
  const popup = await extension.openPopup(page);
  const quietUrl = new URL(QUIET_PAGE, extension.popupUrl).href;
  await popup.page.send('Page.navigate', { url: quietUrl });
  await popup.page.waitFor(
    (wanted: string) => location.href === wanted && document.readyState === 'complete',
    quietUrl,
  );
  return popup;
}

/** Null: it came on. */
async function waitUntilWorn(popup: Popup, filterId: string): Promise<string | null> {
  try {
    await until(
      `${filterId} to be on`,
      () => whyOff(popup, filterId),
      (off) => off === null,
    );
    return null;
  } catch (error) {
    if (error instanceof WaitedInVain) return error.message;
    throw error;
  }
}

/** Null: it is on. */
async function whyOff(popup: Popup, filterId: string): Promise<string | null> {
  const statuses = await popup.readStatus();
  if (statuses.some(({ filterOn, filterIds }) => filterOn && filterIds.join() === filterId)) return null;
  return `the page says ${JSON.stringify(statuses.map(({ camera, filterOn, filterIds, problem }) => ({ camera, filterOn, filterIds, problem })))}`;
}

async function getBrowserId({ connection }: Browser): Promise<number> {
  const { processInfo } = await connection.send<{ processInfo: { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const id = processInfo.find(({ type }) => type === 'browser')?.id;
  if (id === undefined) throw new Error('Expected the browser to name its own process, it did not');
  return id;
}
