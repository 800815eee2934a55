import { expect, test } from 'vitest';
import { createAdaptation, LEVELS } from './adaptation.ts';

/** A machine on which a plain look takes so long, and drawing so long in full; both share what processor there is. */
interface Machine {
  readonly plainLookMs: number;
  /** Milliseconds of a frame at each level; one that takes longer than a frame's time loses frames. */
  readonly frameMs: readonly number[];
}

const FPS_IN = 30;
const LAST = LEVELS.length - 1;

function run(adaptation = createAdaptation()) {
  const levels: number[] = [];
  return {
    adaptation,
    levels,
    live(seconds: number, { plainLookMs, frameMs }: Machine) {
      for (let second = 0; second < seconds; second += 1) {
        for (let look = 0; look < 10; look += 1) {
          adaptation.seeDetection(plainLookMs * (adaptation.now.bothWays ? 2 : 1));
        }
        const fpsOut = Math.min(FPS_IN, 1000 / (frameMs[adaptation.level] ?? frameMs[0] ?? 1));
        adaptation.seeSecond({ fpsIn: FPS_IN, fpsOut });
        levels.push(adaptation.level);
      }
      return adaptation;
    },
  };
}

const changes = (levels: readonly number[]) => levels.filter((level, at) => level !== levels[at - 1]).length;

const FAST: Machine = { plainLookMs: 5, frameMs: [8] };
/** Keeps up with little, and not with more. */
const WEAK: Machine = { plainLookMs: 12, frameMs: [45, 42, 30, 28] };
const HOPELESS: Machine = { plainLookMs: 40, frameMs: [70] };

test('each level costs less than the one before', () => {
  for (const [index, level] of LEVELS.slice(1).entries()) {
    const before = LEVELS[index]!;
    const cost = ({ shareOfACore, bothWays }: typeof level) => shareOfACore * (bothWays ? 2 : 1);
    expect(cost(level)).toBeLessThan(cost(before));
    expect(level.scanEveryUs).toBeGreaterThan(before.scanEveryUs);
  }
});

test('a machine that keeps up stays at the full level', () => {
  const { live, levels, adaptation } = run();
  live(120, FAST);
  expect(new Set(levels)).toEqual(new Set([0]));
  expect(adaptation.tooSlow).toBe(false);
});

test('one bad second changes nothing, two step down by one', () => {
  const { live, levels } = run();
  live(1, HOPELESS);
  live(1, FAST);
  live(1, HOPELESS);
  expect(levels).toEqual([0, 0, 0]);
  expect(live(1, HOPELESS).level).toBe(1);
});

test('a slow machine steps down until it keeps up, and comes back when it recovers', () => {
  const { live } = run();
  expect(live(10, WEAK).level).toBe(2);
  expect(live(60, FAST).level).toBe(0);
});

test('where a level is too much and the next is not, the level changes ever more rarely', () => {
  const { live, levels } = run();
  live(600, WEAK);
  expect(changes(levels.slice(0, 300))).toBeLessThan(20);
  expect(changes(levels.slice(300))).toBeLessThanOrEqual(12);
});

test('slow looks alone step down to plain ones, and not further', () => {
  const { live, levels } = run();
  expect(live(60, { plainLookMs: 25, frameMs: [8] }).level).toBe(1);
  expect(Math.max(...levels)).toBe(1);
});

test('the advice comes at the last level alone, and goes when the machine recovers', () => {
  const { live, adaptation } = run();
  for (let second = 0; second < 30 && !adaptation.tooSlow; second += 1) live(1, HOPELESS);
  expect(adaptation).toMatchObject({ level: LAST, tooSlow: true });
  live(1, FAST);
  expect(adaptation.tooSlow).toBe(true);
  expect(live(5, FAST).tooSlow).toBe(false);
});

test('between the two thresholds the advice stays as it is', () => {
  const between: Machine = { plainLookMs: 5, frameMs: [1000 / 23] };
  const { live, adaptation } = run();
  expect(live(60, between).tooSlow).toBe(false);
  live(30, HOPELESS);
  expect(adaptation.tooSlow).toBe(true);
  expect(live(60, between).tooSlow).toBe(true);
});

test('a camera that itself gives few frames is no slow machine', () => {
  const adaptation = createAdaptation();
  for (let second = 0; second < 60; second += 1) adaptation.seeSecond({ fpsIn: 15, fpsOut: 15 });
  expect(adaptation).toMatchObject({ level: 0, tooSlow: false });
});
