import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BELIEF_LENGTH,
  correct,
  covarianceAt,
  expectedMeasurement,
  expectedVariance,
  mix,
  propagate,
  setBelief,
} from './axis-belief.ts';

const variance = fc.double({ min: 1e-6, max: 100, noNaN: true });
const value = fc.double({ min: -100, max: 100, noNaN: true });

function belief(position: number, variances: readonly number[]): Float64Array {
  const numbers = new Float64Array(BELIEF_LENGTH);
  setBelief(numbers, 0, { position, variances });
  return numbers;
}

const ONE_SECOND = {
  matrix: Float64Array.of(1, 1, 0.5, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0.5),
  noise: new Float64Array(16),
};

test('a measurement without noise is believed entirely', () => {
  fc.assert(
    fc.property(
      value,
      value,
      fc.tuple(variance, variance, variance, variance),
      (position, measured, variances) => {
        const numbers = belief(position, variances);
        propagate(numbers, 0, ONE_SECOND);
        correct(numbers, 0, measured, 0);
        expect(expectedMeasurement(numbers, 0)).toBeCloseTo(measured, 6);
        expect(expectedVariance(numbers, 0)).toBeCloseTo(0, 6);
      },
    ),
    { seed: 1 },
  );
});

test('a measurement of endless noise changes nothing', () => {
  const numbers = belief(3, [1, 2, 3, 4]);
  propagate(numbers, 0, ONE_SECOND);
  const before = [...numbers];
  correct(numbers, 0, 100, 1e15);
  numbers.forEach((number, i) => {
    expect(number).toBeCloseTo(before[i]!, 9);
  });
});

test('an uncorrelated position and wander share a surprise by their variances', () => {
  const numbers = belief(0, [3, 0, 0, 1]);
  correct(numbers, 0, 8, 0);
  expect(numbers[0]).toBeCloseTo(6);
  expect(numbers[3]).toBeCloseTo(2);
});

test('covariances stay symmetric, and variances never grow by measuring', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), variance, (measurements, noise) => {
      const numbers = belief(0, [1, 4, 9, 1]);
      for (const measured of measurements) {
        propagate(numbers, 0, ONE_SECOND);
        const before = expectedVariance(numbers, 0);
        correct(numbers, 0, measured, noise);
        expect(expectedVariance(numbers, 0)).toBeLessThanOrEqual(before + 1e-9);
        for (let row = 0; row < 4; row++) {
          expect(numbers[covarianceAt(row, row)]).toBeGreaterThanOrEqual(-1e-9);
          for (let column = 0; column < row; column++) {
            expect(numbers[covarianceAt(row, column)]).toBeCloseTo(numbers[covarianceAt(column, row)]!, 9);
          }
        }
      }
    }),
    { seed: 2 },
  );
});

test('a mixture of one belief with itself is that belief', () => {
  const numbers = belief(5, [1, 2, 3, 4]);
  const target = new Float64Array(BELIEF_LENGTH);
  mix(target, 0, { beliefs: numbers, offsets: [0, 0], weights: [0.3, 0.7] });
  expect([...target]).toEqual([...numbers].map((number) => expect.closeTo(number, 12)));
});

test('what two means differ by becomes variance', () => {
  const numbers = new Float64Array(2 * BELIEF_LENGTH);
  setBelief(numbers, 0, { position: -1, variances: [0, 0, 0, 0] });
  setBelief(numbers, BELIEF_LENGTH, { position: 1, variances: [0, 0, 0, 0] });
  const target = new Float64Array(BELIEF_LENGTH);
  mix(target, 0, { beliefs: numbers, offsets: [0, BELIEF_LENGTH], weights: [0.5, 0.5] });
  expect(target[0]).toBe(0);
  expect(target[covarianceAt(0, 0)]).toBe(1);
});
