/**
 * What starting costs: the hook in every page, getUserMedia beside a browser without the extension, the first worn frame
 * in a fresh browser and in one that has worn it before, the popup's first paint.
 */
import { type Browser, launchBrowser } from '../../harness/browser.ts';
import { getClip } from '../../harness/builds.ts';
import { type Extension, findExtension } from '../../harness/extension.ts';
import type { Page } from '../../harness/page.ts';
import { scriptsOf } from '../build-scripts.ts';
import { chooseStored } from '../choose-stored.ts';
import { OFFLINE, startBenchSite } from '../site.ts';
import { median } from '../whole-path/figures.ts';
import { WORN } from '../whole-path/names.ts';
import { type SlowDown, slowDown } from '../whole-path/slow-down.ts';
import { startTrace } from '../whole-path/trace.ts';
import { firstWornMs, SIZE } from './first-worn.ts';
import { hookTimesOf, longestTaskMsOf, SCRIPT_CATEGORIES } from './trace-of-start.ts';

export interface StartFigures {
  /** Compiling and running the hook's script in a page that never asks for a camera: by the clock, and of the processor. */
  readonly hook: number;
  readonly hookCpu: number;
  /** Until getUserMedia resolved: with the extension and a filter on, and in a browser without it. */
  readonly camera: number;
  readonly cameraWithout: number;
  /** From a page's first frame to its first one with the filter, in a fresh browser and in one that wore it before. */
  readonly firstWornCold: number;
  readonly firstWornWarm: number;
  /** The longest task on the page's main thread from its birth until four seconds with the camera; eight where slowed. */
  readonly longestTaskCold: number;
  readonly longestTaskWarm: number;
  /** First contentful paint of the popup that the toolbar button opens: since its page was begun, and since the click. */
  readonly popupPaint: number;
  readonly popupFromClick: number;
}

const WATCH_MS = 4000;
/** A build that wears something after a second and a half shall be seen to, slowed four times. */
const WATCH_SLOWED_MS = 8000;
const PAGES_A_BROWSER = 3;
const POPUPS = 7;
const HOOKS = 15;

export interface StartOptions {
  /** Folders of builds, by what they are called; they take turns, a fresh browser each. */
  readonly builds: Readonly<Record<string, string>>;
  /** Fresh ones for each build. */
  readonly browsers: number;
  /** How often getUserMedia is called with and without the extension. */
  readonly cameras: number;
  /** Pages, the extension's among them, run so many times slower. */
  readonly slower?: number;
  readonly tell: (line: string) => void;
}

/** By build. */
export async function measureStart(options: StartOptions): Promise<Record<string, StartFigures>> {
  const { builds, browsers } = options;
  const here = import.meta.dirname;
  const site = await startBenchSite({ page: `${here}/page.ts`, worker: `${here}/looker.ts` });
  const camera = { file: await getClip(SIZE) };
  const found = Object.fromEntries(Object.keys(builds).map((build) => [build, createStarts()]));
  try {
    for (let turn = 0; turn < browsers; turn++) {
      for (const [build, extensionDir] of Object.entries(builds)) {
        const starts = found[build];
        const tell = (line: string) => options.tell(`${build}: ${line}`);
        if (starts)
          await startBrowser({ ...options, tell }, { extensionDir, url: site.url, camera, turn, starts });
      }
    }
  } finally {
    await site.close();
  }
  return Object.fromEntries(Object.entries(found).map(([build, starts]) => [build, figuresOf(starts)]));
}

interface Starts {
  readonly hook: HookTimes[];
  readonly cold: Started[];
  readonly warm: Started[];
  readonly popup: PopupTimes[];
  readonly camera: number[];
  readonly without: number[];
}

const createStarts = (): Starts => ({ hook: [], cold: [], warm: [], popup: [], camera: [], without: [] });

interface StartTurn {
  readonly extensionDir: string;
  readonly url: string;
  readonly camera: { readonly file: string };
  /** In the first one all else is measured too. */
  readonly turn: number;
  readonly starts: Starts;
}

async function startBrowser(
  { cameras, slower = 1, tell }: Pick<StartOptions, 'cameras' | 'slower' | 'tell'>,
  { extensionDir, url, camera, turn, starts }: StartTurn,
): Promise<void> {
  const browser = await launchBrowser({ extensionDir, camera, flags: OFFLINE });
  let slowed: SlowDown | null = null;
  try {
    const extension = await findExtension(browser, extensionDir);
    await chooseFilter(browser, extension, url);
    slowed = slower > 1 ? await slowDown(browser.connection, slower) : null;
    for (let page = 0; page < PAGES_A_BROWSER; page++) {
      const kind = page === 0 ? 'cold' : 'warm';
      const watchMs = slower > 1 ? WATCH_SLOWED_MS : WATCH_MS;
      const started = await startOnce(browser, `${url}?${turn}-${page}`, watchMs);
      starts[kind].push(started);
      tell(`${kind}: first worn frame after ${started.firstWornMs.toFixed(0)} ms`);
    }
    if (turn > 0) return;
    starts.hook.push(...(await timeHooks(browser, url, scriptsOf(extensionDir).hook)));
    starts.popup.push(...(await timePopups(browser, extension, url)));
    await timeCameras(browser, { url, camera, cameras, slower, waits: starts });
  } finally {
    await slowed?.stop();
    await browser.close();
  }
}

function figuresOf({ hook, cold, warm, popup, camera, without }: Starts): StartFigures {
  const worn = (all: readonly Started[]) => median(all.map(({ firstWornMs: ms }) => ms));
  const longest = (all: readonly Started[]) => median(all.map(({ longestTaskMs }) => longestTaskMs));
  return {
    hook: median(hook.map(({ ms }) => ms)),
    hookCpu: median(hook.map(({ cpuMs }) => cpuMs)),
    camera: median(camera),
    cameraWithout: median(without),
    firstWornCold: worn(cold),
    firstWornWarm: worn(warm),
    longestTaskCold: longest(cold),
    longestTaskWarm: longest(warm),
    popupPaint: median(popup.map(({ paintMs }) => paintMs)),
    popupFromClick: median(popup.map(({ fromClickMs }) => fromClickMs)),
  };
}

type HookTimes = ReturnType<typeof hookTimesOf>[number];

interface Started {
  readonly firstWornMs: number;
  readonly longestTaskMs: number;
}

/** Before the call; nothing of engine or pipeline is loaded by it. */
async function chooseFilter(browser: Browser, extension: Extension, url: string): Promise<void> {
  const page = await browser.openPage(`${url}?before`);
  const popup = await extension.openPopup(page);
  await chooseStored(popup.page, [WORN.overlay]);
  await popup.close();
  await page.close();
}

async function startOnce(browser: Browser, url: string, watchMs: number): Promise<Started> {
  const trace = await startTrace(browser.connection);
  const page = await browser.openPage(url);
  const frames = await page.evaluate((ms) => {
    performance.mark('bench-page');
    return startBench.watchCamera(ms);
  }, watchMs);
  const events = await trace.stop();
  await page.close();
  return {
    firstWornMs: firstWornMs(frames),
    longestTaskMs: longestTaskMsOf(events, 'bench-page'),
  };
}

/** In pages that never ask for a camera. */
async function timeHooks(browser: Browser, url: string, hook: string): Promise<HookTimes[]> {
  const times: HookTimes[] = [];
  for (let load = 0; load < HOOKS; load++) {
    const trace = await startTrace(browser.connection, SCRIPT_CATEGORIES);
    const page = await browser.openPage(`${url}?hook-${load}`);
    times.push(...hookTimesOf(await trace.stop(), hook));
    await page.close();
  }
  if (times.length === 0) throw new Error('Expected the hook in the traces, found none');
  return times;
}

interface PopupTimes {
  readonly paintMs: number;
  readonly fromClickMs: number;
}

/** Over a page, each opened and closed again. A window of its own, which the browser has to make first, takes far longer. */
async function timePopups(browser: Browser, extension: Extension, url: string): Promise<PopupTimes[]> {
  const page = await browser.openPage(`${url}?below`);
  const times: PopupTimes[] = [];
  for (let opening = 0; opening < POPUPS; opening++) {
    const { popup, clickedAtMs } = await extension.clickButton();
    await popup.waitFor(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const { paintMs, bornAtMs } = await popup.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return { paintMs: paint?.startTime ?? Number.NaN, bornAtMs: performance.timeOrigin };
    });
    times.push({ paintMs, fromClickMs: bornAtMs + paintMs - clickedAtMs });
    await popup.close();
    await page.waitFor(() => document.hasFocus());
  }
  await page.close();
  return times;
}

/** In turn with and without us, each in a browser of its own. */
async function timeCameras(
  browser: Browser,
  options: {
    readonly url: string;
    readonly camera: { readonly file: string };
    readonly cameras: number;
    readonly slower: number;
    readonly waits: { readonly camera: number[]; readonly without: number[] };
  },
): Promise<void> {
  const { url, camera, cameras, slower, waits } = options;
  const plainBrowser = await launchBrowser({ camera, flags: OFFLINE });
  let slowed: SlowDown | null = null;
  try {
    const [page, plainPage] = [
      await browser.openPage(`${url}?waits`),
      await plainBrowser.openPage(`${url}?waits`),
    ];
    slowed = slower > 1 ? await slowDown(plainBrowser.connection, slower) : null;
    const time = (where: Page) => where.evaluate(() => startBench.timeCamera());
    for (let turn = 0; turn <= cameras; turn++) {
      const [withUs, without] = [await time(page), await time(plainPage)];
      // The first opening of a browser's camera is another matter.
      if (turn === 0) continue;
      waits.camera.push(withUs);
      waits.without.push(without);
    }
  } finally {
    await slowed?.stop();
    await plainBrowser.close();
  }
}
