/**
 * The order of the whole path's measurements: makers that are compared take turns in one page, each for some seconds,
 * so that a machine that gets busier or hotter does so to all of them. Then hidden, slowed, and with two faces.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { hideTab } from '../../harness/hidden-tab.ts';
import { countWornFaces } from './crowd-worn.ts';
import { median, type NameFigures } from './figures.ts';
import { IN_TURN, type Maker, PASSTHROUGH, PLAIN, WORN } from './names.ts';
import type { CameraOptions } from './page.ts';
import { openSides, type Side, withSides } from './sides.ts';
import { measureWorkMs, slowDown } from './slow-down.ts';
import { createStretches, type Note } from './stretches.ts';
import type { BenchTab } from './tab.ts';

export interface WholePathOptions {
  readonly use: CameraOptions['use'];
  /** Folders of builds, by what they are called; each has a browser, and they take turns. */
  readonly builds: Readonly<Record<string, string>>;
  /** Of each turn, and how often everybody has one. */
  readonly turnMs: number;
  readonly rounds: number;
  readonly hiddenMs: number;
  readonly tell: (line: string) => void;
}

export interface WholePathFigures {
  /** By build, then by name. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, NameFigures>>>>;
  /** How many times longer the same work took while slowed, in the first build's browser. */
  readonly slowness: number;
  readonly browser: string;
}

const CAMERA = { widthPx: 1280, heightPx: 720, framesPerSecond: 30 } as const;
export const SLOWER = 4;
const OVERLAY: Maker = { kind: 'extension', filterId: WORN.overlay };
/** A rival that sends nothing while hidden need not be watched for minutes. */
const LONGEST_HIDDEN_RIVAL_MS = 30_000;

export async function measureWholePath(options: WholePathOptions): Promise<WholePathFigures> {
  const stretches = Object.fromEntries(
    Object.keys(options.builds).map((build) => [
      build,
      createStretches((line) => options.tell(`${build}: ${line}`)),
    ]),
  );
  const open = (faces: number) =>
    openSides(options.builds, { ...CAMERA, use: options.use, faces }, stretches);
  const [slowness, browser] = await withSides(open(1), async (sides) => {
    await takeTurnsOf(sides, IN_TURN, options);
    await compareUnhooked(sides, options);
    for (const side of sides) await measureHidden(side, options);
    const slownesses: number[] = [];
    for (const side of sides) slownesses.push(await measureSlowed(side, options));
    return [slownesses[0] ?? Number.NaN, sides[0]?.bench.version ?? 'none'] as const;
  });
  await withSides(open(2), async (sides) => {
    await takeTurnsOf(sides, { passthroughTwo: PASSTHROUGH, twoFaces: OVERLAY }, options);
    for (const { bench } of sides) {
      await bench.tab.use(OVERLAY);
      await expectAllWorn(bench.tab, 2);
    }
  });
  const figures = Object.entries(stretches).map(([build, of]) => [build, of.combined()]);
  return { figures: Object.fromEntries(figures), slowness, browser };
}

/** Every maker for a turn, round after round; the first is the floor of its round. */
export async function takeTurns(
  tab: BenchTab,
  makers: Readonly<Record<string, Maker>>,
  { turnMs, rounds }: Turns,
  note: Note,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    let floorMs: number | null = null;
    for (const [name, maker] of Object.entries(makers))
      floorMs = await takeTurn(tab, { name, maker, turnMs, floorMs }, note);
  }
}

type Turns = Pick<WholePathOptions, 'turnMs' | 'rounds'>;

interface Turn {
  readonly name: string;
  readonly maker: Maker;
  readonly turnMs: number;
  /** Null: this turn is the floor. */
  readonly floorMs: number | null;
}

/** Resolves to the floor. */
async function takeTurn(tab: BenchTab, { name, maker, turnMs, floorMs }: Turn, note: Note): Promise<number> {
  await tab.use(maker);
  const segment = await tab.measure(turnMs);
  const floor = floorMs ?? median(segment.observation.delaysMs);
  note(name, { ...segment, floorMs: floor });
  return floor;
}

/** The same with several sides, who take each maker one after the other; who waits wears nothing. */
async function takeTurnsOf(
  sides: readonly Side[],
  makers: Readonly<Record<string, Maker>>,
  { turnMs, rounds }: Turns,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const floors = new Map<Side, number>();
    for (const [name, maker] of Object.entries(makers)) {
      for (const side of sides) {
        if (maker.kind === 'plain' && !side.first) continue;
        const { tab } = side.bench;
        floors.set(
          side,
          await takeTurn(tab, { name, maker, turnMs, floorMs: floors.get(side) ?? null }, side.note),
        );
        if (sides.length > 1) await tab.use(PASSTHROUGH);
      }
    }
  }
}

/** What being there costs when nothing is worn: the page with the hook beside the page without it, in turn. */
async function compareUnhooked(sides: readonly Side[], { turnMs, rounds }: Turns): Promise<void> {
  for (const { bench } of sides) await bench.tab.use(PASSTHROUGH);
  for (let round = 0; round < rounds; round++) {
    for (const { bench, note } of sides) {
      const unhooked = await bench.measureUnhooked?.(turnMs);
      // A build for every site has no page without it.
      if (!unhooked) continue;
      const floorMs = median(unhooked.observation.delaysMs);
      note('noExtension', { ...unhooked, floorMs });
      note('passthroughBeside', { ...(await bench.tab.measure(turnMs)), floorMs });
    }
  }
}

async function measureHidden(
  { bench: { browser, tab }, note, first }: Side,
  { turnMs, hiddenMs }: WholePathOptions,
): Promise<void> {
  await tab.use(PASSTHROUGH);
  const hidden = await hideTab(browser, tab.page);
  const floor = await tab.measure(turnMs);
  const floorMs = median(floor.observation.delaysMs);
  note('passthroughHidden', { ...floor, floorMs });
  await tab.use(OVERLAY);
  note('overlayHidden', { ...(await tab.measure(hiddenMs)), floorMs });
  await hidden.show();
  if (!first) {
    await tab.use(PASSTHROUGH);
    return;
  }
  // It would never have a first frame if it were started hidden.
  await tab.use(PLAIN);
  const hiddenAgain = await hideTab(browser, tab.page);
  note('plainDesignHidden', {
    ...(await tab.measure(Math.min(hiddenMs, LONGEST_HIDDEN_RIVAL_MS))),
    floorMs,
  });
  await hiddenAgain.show();
  await tab.use(PASSTHROUGH);
}

async function measureSlowed(
  { bench: { browser, tab }, note }: Side,
  { turnMs, rounds }: WholePathOptions,
): Promise<number> {
  await tab.use(PASSTHROUGH);
  const floorMs = median((await tab.measure(turnMs)).observation.delaysMs);
  await tab.use(OVERLAY);
  const usualMs = await measureWorkMs(tab.page);
  const slowed = await slowDown(browser.connection, SLOWER);
  let slowMs: number;
  try {
    slowMs = await measureWorkMs(tab.page);
    // A slow machine has its own levels to settle on.
    await pause(turnMs);
    note('overlaySlow4x', { ...(await tab.measure(rounds * turnMs)), floorMs });
  } finally {
    await slowed.stop();
  }
  await tab.use(PASSTHROUGH);
  return slowMs / usualMs;
}

/** Throws unless all faces wear the filter in one of a few frames. */
export async function expectAllWorn(tab: BenchTab, faces: number): Promise<void> {
  let most = 0;
  for (let look = 0; look < 8 && most < faces; look++) {
    most = Math.max(most, await countWornFaces(tab.page, faces));
  }
  if (most < faces) throw new Error(`Expected ${faces} faces to wear the filter, ${most} did`);
}
