import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import type { MotionScale } from './motion-models.ts';
import { createRegimeFilter } from './regime-filter.ts';

const SCALE: MotionScale = { stillWalk: 0.4, movingWalk: 10, swingWalk: 350, movingStart: 8, swingStart: 66 };
const DEVIATION = 0.4;
const NOISE = { white: [DEVIATION ** 2], wander: [0.4 * DEVIATION ** 2] };
const FRAME_SECONDS = 1 / 30;

/** Runs one axis through the filter at 30 frames a second. @returns filter and what it foretold of every frame */
function follow(motion: (seconds: number) => number, { seconds, noise }: { seconds: number; noise: number }) {
  const random = createRandom(3);
  const measure = (time: number) => motion(time) + noise * random.normal();
  const filter = createRegimeFilter(1);
  filter.start([measure(0)], NOISE, 60);
  const steps: { truth: number; measured: number; foretold: number; still: number }[] = [];
  for (let frame = 1; frame <= seconds * 30; frame++) {
    const [foretold] = filter.predict(FRAME_SECONDS);
    const measured = measure(frame * FRAME_SECONDS);
    filter.observe([measured], NOISE, { seconds: FRAME_SECONDS, scale: SCALE });
    steps.push({
      truth: motion(frame * FRAME_SECONDS),
      measured,
      foretold: foretold!,
      still: filter.weights()[0]!,
    });
  }
  return { filter, steps };
}

const rms = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

test('weights are shares of one', () => {
  const { filter } = follow((t) => 20 * Math.sin(9 * t), { seconds: 3, noise: DEVIATION });
  expect(filter.weights().reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('rest is believed in at rest, and jitter is cut to a fifth, its flicker to a twentieth', () => {
  const { steps } = follow(() => 7, { seconds: 20, noise: DEVIATION });
  const settled = steps.slice(60);
  expect(settled.every(({ still }) => still > 0.5)).toBe(true);
  const jitter = rms(settled.map(({ foretold, truth }) => foretold - truth));
  const flicker = rms(settled.slice(1).map(({ foretold }, i) => foretold - settled[i]!.foretold));
  expect(jitter).toBeLessThan(DEVIATION / 5);
  expect(flicker).toBeLessThan((DEVIATION * Math.SQRT2) / 20);
});

test('rest is given up at once for a movement too large for noise', () => {
  const { steps } = follow((t) => (t < 2 ? 0 : 120 * (t - 2)), { seconds: 3, noise: DEVIATION });
  const late = steps.slice(66).map(({ foretold, truth }) => foretold - truth);
  expect(Math.max(...late.map(Math.abs))).toBeLessThan(2.5);
});

test('a lone glitch is doubted', () => {
  const { steps } = follow((t) => (Math.round(t * 30) === 60 ? 5 * DEVIATION : 0), { seconds: 4, noise: 0 });
  expect(Math.max(...steps.slice(50).map(({ foretold }) => Math.abs(foretold)))).toBeLessThan(DEVIATION);
});

test('motion fades when nothing is seen any more', () => {
  const { filter } = follow((t) => 90 * t, { seconds: 2, noise: 0 });
  const [soon, later, muchLater] = [0.1, 0.4, 4].map((seconds) => filter.predict(seconds)[0]! - 180);
  expect(soon).toBeCloseTo(9, 0);
  expect(later).toBeLessThan(19);
  expect(muchLater! - later!).toBeLessThan(1);
});

test('speed is that of the motion, at the turning point of a swing too', () => {
  const w = 2 * Math.PI * 1.4;
  for (const seconds of [4, 4 + 1 / 5.6]) {
    const { filter } = follow((t) => 30 * Math.sin(w * t), { seconds, noise: 0 });
    expect(filter.speed() / (30 * w)).toBeGreaterThan(0.9);
    expect(filter.speed() / (30 * w)).toBeLessThan(1.1);
  }
});
