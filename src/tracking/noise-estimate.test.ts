import { expect, test } from 'vitest';
import { createRandom } from '../../training/random.ts';
import { createNoiseEstimate } from './noise-estimate.ts';

/** Runs measurements of one axis through an estimate with prior 1. @returns its deviation */
function learned(measure: (seconds: number) => number, times: readonly number[], speed = 0): number {
  const estimate = createNoiseEstimate({ priors: [1] });
  for (const seconds of times) {
    estimate.learn([measure(seconds)], { seconds, speeds: [speed], varianceFactor: 1 });
  }
  return Math.sqrt(estimate.variances()[0]!);
}

const TIMES = Array.from({ length: 600 }, (_, i) => i / 30);
const random = createRandom(11);
const UNEVEN_TIMES = TIMES.map((time) => time + random.uniform(0, 0.02));

test.each([0.4, 1, 3])('white noise of %f is found, at even and uneven times', (deviation) => {
  const noise = createRandom(5);
  for (const times of [TIMES, UNEVEN_TIMES]) {
    const found = learned(() => deviation * noise.normal(), times);
    expect(found / deviation).toBeGreaterThan(0.95);
    expect(found / deviation).toBeLessThan(1.45);
  }
});

test('motion that is a cubic in time adds nothing', () => {
  const noise = createRandom(6);
  const errors = TIMES.map(() => noise.normal());
  const at = (seconds: number) => errors[Math.round(seconds * 30)]!;
  const moving = (seconds: number) => 40 * seconds - 3 * seconds ** 2 + 0.2 * seconds ** 3 + at(seconds);
  expect(learned(moving, TIMES)).toBeCloseTo(learned(at, TIMES), 6);
});

test('a lone glitch hardly counts', () => {
  const noise = createRandom(7);
  const errors = TIMES.map(() => noise.normal());
  const glitched = errors.map((error, i) => (i === 580 ? 200 : error));
  const plain = learned((seconds) => errors[Math.round(seconds * 30)]!, TIMES);
  const found = learned((seconds) => glitched[Math.round(seconds * 30)]!, TIMES);
  expect(found).toBeLessThan(1.3 * plain);
});

test('a fast shake seen ten times a second is not taken for noise', () => {
  const times = Array.from({ length: 100 }, (_, i) => i / 10);
  const shake = (seconds: number) => 35 * Math.sin(2 * Math.PI * 1.5 * seconds);
  const speed = 35 * 2 * Math.PI * 1.5;
  expect(learned(shake, times, speed)).toBeLessThan(1.45);
});

test('an unsure measurement counts by its own variance', () => {
  const noise = createRandom(8);
  const estimate = createNoiseEstimate({ priors: [1] });
  for (const seconds of TIMES) {
    estimate.learn([4 * noise.normal()], { seconds, speeds: [0], varianceFactor: 16 });
  }
  expect(Math.sqrt(estimate.variances()[0]!)).toBeLessThan(1.45);
});
