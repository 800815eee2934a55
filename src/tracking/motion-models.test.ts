import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carriedOn,
  fullSpeedSquared,
  MOTION_MODELS,
  noiseDensity,
  setWander,
  springFrequency,
  transitionOver,
} from './motion-models.ts';

const seconds = fc.double({ min: 0.001, max: 0.5, noNaN: true });

function multiply(a: Float64Array, b: Float64Array): number[] {
  return Array.from({ length: 16 }, (_, i) => {
    const [row, column] = [Math.floor(i / 4), i % 4];
    return [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * row + k]! * b[4 * k + column]!, 0);
  });
}

test.each(MOTION_MODELS)('%s: two steps are one step of their sum', (model) => {
  fc.assert(
    fc.property(seconds, seconds, (first, second) => {
      const over = (s: number) => transitionOver(model, s, 1).matrix;
      const twice = multiply(over(second), over(first));
      over(first + second).forEach((entry, i) => {
        expect(twice[i]).toBeCloseTo(entry, 9);
      });
    }),
    { seed: 3 },
  );
});

test.each(['swing', 'shake'] as const)(
  'a %s follows a sinusoid of its frequency about any centre without error',
  (model) => {
    const w = springFrequency(model)!;
    for (const phase of [0, 0.7, 2, 4]) {
      for (const later of [0.033, 0.1, 0.4]) {
        const [velocity, acceleration] = carriedOn(model, later);
        const position = (t: number) => 10 + 3 * Math.sin(w * t + phase);
        const expected =
          position(0) + velocity * 3 * w * Math.cos(phase) - acceleration * 3 * w * w * Math.sin(phase);
        expect(expected).toBeCloseTo(position(later), 9);
      }
    }
  },
);

test('the speed of a swing is the same at each of its phases', () => {
  const w = springFrequency('swing')!;
  for (const phase of [0, 0.5, 1.5]) {
    const squared = fullSpeedSquared('swing', (2 * Math.cos(phase)) ** 2, (2 * w * Math.sin(phase)) ** 2);
    expect(squared).toBeCloseTo(4, 9);
  }
});

test('motion is noisier the faster it is, rest is not', () => {
  const scale = { stillWalk: 1, movingWalk: 1, swingWalk: 1, movingStart: 1, swingStart: 1 };
  for (const model of ['moving', 'swing', 'shake'] as const) {
    expect(noiseDensity(model, scale, 100)).toBeGreaterThan(noiseDensity(model, scale, 0));
  }
  expect(noiseDensity('still', scale, 100)).toBe(noiseDensity('still', scale, 0));
});

test('wander keeps its variance from step to step', () => {
  const transition = transitionOver('still', 0.04, 1);
  setWander(transition, { seconds: 0.04, variance: 7 });
  expect(transition.matrix[15]! ** 2 * 7 + transition.noise[15]!).toBeCloseTo(7, 12);
});
