import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { createNoiseEstimate } from './noise-estimate.ts';

const CAUTION = 1.2;

/** Runs measurements of one axis through an estimate with prior 1. @returns the deviations found */
function learned(measure: (seconds: number) => number, times: readonly number[], speed = 0) {
  const estimate = createNoiseEstimate({ priors: [1] });
  for (const seconds of times) {
    estimate.learn([measure(seconds)], { seconds, speeds: [speed], varianceFactor: 1 });
  }
  const { white, wander } = estimate.noise(1);
  return { white: Math.sqrt(white[0]!) / CAUTION, wander: Math.sqrt(wander[0]!) / CAUTION };
}

const TIMES = Array.from({ length: 900 }, (_, i) => i / 30);

/** Errors at the times of TIMES, of which each keeps a share of the one before. */
function errors(seed: number, deviation: number, kept = 0) {
  const random = createRandom(seed);
  let error = 0;
  const values = TIMES.map(() => {
    error = kept * error + Math.sqrt(1 - kept ** 2) * deviation * random.normal();
    return error;
  });
  return (seconds: number) => values[Math.round(seconds * 30)]!;
}

test.each([0.4, 1, 3])('white noise of %f is found, and hardly any wander in it', (deviation) => {
  const found = learned(errors(5, deviation), TIMES);
  expect(found.white / deviation).toBeGreaterThan(0.8);
  expect(found.white / deviation).toBeLessThan(1.25);
  expect(found.wander).toBeLessThan(found.white * 1.1);
});

test('uneven times do not matter', () => {
  const random = createRandom(11);
  const noise = createRandom(12);
  const times = TIMES.map((time) => time + random.uniform(0, 0.02));
  const found = learned(() => noise.normal(), times);
  expect(found.white).toBeGreaterThan(0.8);
  expect(found.white).toBeLessThan(1.25);
});

test('errors that last for some frames are found as wander', () => {
  const found = learned(errors(6, 2, Math.exp(-1 / 3)), TIMES);
  expect(found.wander).toBeGreaterThan(1.3);
  expect(found.wander).toBeLessThan(2.7);
});

test('motion that is a cubic in time adds nothing', () => {
  const noise = errors(7, 1);
  const moving = (seconds: number) => 4 * seconds - 3 * seconds ** 2 + 0.02 * seconds ** 3 + noise(seconds);
  const [still, inMotion] = [learned(noise, TIMES), learned(moving, TIMES)];
  expect(inMotion.white).toBeCloseTo(still.white, 6);
  expect(inMotion.wander).toBeCloseTo(still.wander, 6);
});

test('talking is not taken for noise', () => {
  const noise = errors(8, 0.4);
  const talking = (seconds: number) =>
    5 * Math.sin(1.5 * seconds) + 2 * Math.sin(5 * seconds) + noise(seconds);
  expect(learned(talking, TIMES, 10).wander).toBeLessThan(0.5);
});

test.each([10, 30])('a fast shake seen %i times a second is not taken for noise', (rate) => {
  const times = Array.from({ length: 10 * rate }, (_, i) => i / rate);
  const shake = (seconds: number) => 35 * Math.sin(2 * Math.PI * 1.5 * seconds);
  const found = learned(shake, times, 35 * 2 * Math.PI * 1.5);
  expect(found.white).toBeLessThan(1.2);
  expect(found.wander).toBeLessThan(1.2);
});

test('a lone glitch hardly counts', () => {
  const noise = errors(9, 1);
  const glitched = (seconds: number) => noise(seconds) + (Math.round(seconds * 30) === 880 ? 200 : 0);
  expect(learned(glitched, TIMES).white).toBeLessThan(1.3 * learned(noise, TIMES).white);
});

test('an unsure measurement is learned from and made by its own variance', () => {
  const noise = errors(10, 4);
  const estimate = createNoiseEstimate({ priors: [1] });
  for (const seconds of TIMES) {
    estimate.learn([noise(seconds)], { seconds, speeds: [0], varianceFactor: 16 });
  }
  const sure = Math.sqrt(estimate.noise(1).white[0]!) / CAUTION;
  expect(sure).toBeGreaterThan(0.8);
  expect(sure).toBeLessThan(1.25);
  expect(Math.sqrt(estimate.noise(16).white[0]!) / CAUTION).toBeCloseTo(4 * sure, 9);
});
