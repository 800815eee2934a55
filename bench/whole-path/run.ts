/**
 * The order of the whole path's measurements: makers that are compared take turns in one page, each for some seconds,
 * so that a machine that gets busier or hotter does so to all of them. Then hidden, slowed, and with two faces.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { hideTab } from '../../harness/hidden-tab.ts';
import { type BenchBrowser, openBenchBrowser } from './browser.ts';
import { countWornFaces } from './crowd-worn.ts';
import { combine, type Measured, median, type NameFigures } from './figures.ts';
import { IN_TURN, type Maker, PASSTHROUGH, PLAIN, WORN } from './names.ts';
import type { CameraOptions } from './page.ts';
import { measureWorkMs, slowDown } from './slow-down.ts';
import type { BenchTab } from './tab.ts';

export interface WholePathOptions {
  readonly use: CameraOptions['use'];
  /** Of each turn, and how often everybody has one. */
  readonly turnMs: number;
  readonly rounds: number;
  readonly hiddenMs: number;
  readonly tell: (line: string) => void;
}

export interface WholePathFigures {
  readonly figures: Readonly<Record<string, NameFigures>>;
  /** How many times longer the same work took while slowed. */
  readonly slowness: number;
  readonly browser: string;
}

const CAMERA = { widthPx: 1280, heightPx: 720, framesPerSecond: 30 } as const;
const SLOWER = 4;
const OVERLAY: Maker = { kind: 'extension', filterId: WORN.overlay };
/** A rival that sends nothing while hidden need not be watched for minutes. */
const LONGEST_HIDDEN_RIVAL_MS = 30_000;

export async function measureWholePath(options: WholePathOptions): Promise<WholePathFigures> {
  const stretches = createStretches(options.tell);
  const one = await openBenchBrowser({ ...CAMERA, use: options.use, faces: 1 });
  let slowness: number;
  try {
    await takeTurns(one.tab, IN_TURN, options, stretches.note);
    await compareUnhooked(one, options, stretches.note);
    await measureHidden(one, options, stretches.note);
    slowness = await measureSlowed(one, options, stretches.note);
  } finally {
    await one.close();
  }
  const two = await openBenchBrowser({ ...CAMERA, use: options.use, faces: 2 });
  try {
    await takeTurns(two.tab, { passthroughTwo: PASSTHROUGH, twoFaces: OVERLAY }, options, stretches.note);
    await expectAllWorn(two.tab, 2);
  } finally {
    await two.close();
  }
  return { figures: stretches.combined(), slowness, browser: one.version };
}

export type Note = (name: string, measured: Measured) => void;

/** Collects stretches by name and tells of each. */
export function createStretches(tell: (line: string) => void): {
  readonly note: Note;
  combined(): Record<string, NameFigures>;
} {
  const stretches = new Map<string, Measured[]>();
  return {
    note(name, measured) {
      stretches.set(name, [...(stretches.get(name) ?? []), measured]);
      const { fpsOut, latencyMs, mainThreadMs } = combine([measured]);
      const [added, busy] = [latencyMs, mainThreadMs].map(({ p50 }) => p50?.toFixed(2) ?? '-');
      tell(`${name}: ${fpsOut.toFixed(1)} fps, ${added} ms later, main thread ${busy} ms`);
    },
    combined: () => Object.fromEntries([...stretches].map(([name, all]) => [name, combine(all)])),
  };
}

/** Every maker for a turn, round after round; the first is the floor of its round. */
export async function takeTurns(
  tab: BenchTab,
  makers: Readonly<Record<string, Maker>>,
  { turnMs, rounds }: Pick<WholePathOptions, 'turnMs' | 'rounds'>,
  note: Note,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    let floorMs: number | null = null;
    for (const [name, maker] of Object.entries(makers)) {
      await tab.use(maker);
      const segment = await tab.measure(turnMs);
      floorMs ??= median(segment.observation.delaysMs);
      note(name, { ...segment, floorMs });
    }
  }
}

/** What being there costs when nothing is worn: the page with the hook beside the page without it, in turn. */
async function compareUnhooked(
  { tab, measureUnhooked }: BenchBrowser,
  { turnMs, rounds }: WholePathOptions,
  note: Note,
): Promise<void> {
  await tab.use(PASSTHROUGH);
  for (let round = 0; round < rounds; round++) {
    const unhooked = await measureUnhooked(turnMs);
    const floorMs = median(unhooked.observation.delaysMs);
    note('noExtension', { ...unhooked, floorMs });
    note('passthroughBeside', { ...(await tab.measure(turnMs)), floorMs });
  }
}

async function measureHidden(
  { browser, tab }: BenchBrowser,
  { turnMs, hiddenMs }: WholePathOptions,
  note: Note,
): Promise<void> {
  await tab.use(PASSTHROUGH);
  const hidden = await hideTab(browser, tab.page);
  const floor = await tab.measure(turnMs);
  const floorMs = median(floor.observation.delaysMs);
  note('passthroughHidden', { ...floor, floorMs });
  await tab.use(OVERLAY);
  note('overlayHidden', { ...(await tab.measure(hiddenMs)), floorMs });
  await hidden.show();
  // It would never have a first frame if it were started hidden.
  await tab.use(PLAIN);
  const hiddenAgain = await hideTab(browser, tab.page);
  note('plainDesignHidden', {
    ...(await tab.measure(Math.min(hiddenMs, LONGEST_HIDDEN_RIVAL_MS))),
    floorMs,
  });
  await hiddenAgain.show();
}

async function measureSlowed(
  { browser, tab }: BenchBrowser,
  { turnMs, rounds }: WholePathOptions,
  note: Note,
): Promise<number> {
  await tab.use(PASSTHROUGH);
  const floorMs = median((await tab.measure(turnMs)).observation.delaysMs);
  await tab.use(OVERLAY);
  const usualMs = await measureWorkMs(tab.page);
  const slowed = await slowDown(browser.connection, SLOWER);
  try {
    const slowMs = await measureWorkMs(tab.page);
    // A slow machine has its own levels to settle on.
    await pause(turnMs);
    note('overlaySlow4x', { ...(await tab.measure(rounds * turnMs)), floorMs });
    return slowMs / usualMs;
  } finally {
    await slowed.stop();
  }
}

/** Throws unless all faces wear the filter in one of a few frames. */
export async function expectAllWorn(tab: BenchTab, faces: number): Promise<void> {
  let most = 0;
  for (let look = 0; look < 8 && most < faces; look++) {
    most = Math.max(most, await countWornFaces(tab.page, faces));
  }
  if (most < faces) throw new Error(`Expected ${faces} faces to wear the filter, ${most} did`);
}
