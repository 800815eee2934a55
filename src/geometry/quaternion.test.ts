import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  angleBetween,
  conjugate,
  fromRotationVector,
  IDENTITY,
  multiply,
  normalize,
  type Quaternion,
  rotate,
  toRotationVector,
  type Vector3,
} from './quaternion.ts';

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const vectors: fc.Arbitrary<Vector3> = fc.tuple(coordinate, coordinate, coordinate);
/** Turns of less than half a circle, where the logarithm has one answer. */
const turns: fc.Arbitrary<Vector3> = vectors.map(([x, y, z]) => {
  const shrink = 3.1 / Math.max(3.1, Math.hypot(x, y, z));
  return [x * shrink, y * shrink, z * shrink];
});
const rotations: fc.Arbitrary<Quaternion> = turns.map(fromRotationVector);

const expectNear = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 6);
  });
const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      law(value);
    }),
    { seed: 1, numRuns: 200 },
  );

test('a product of rotations stays a rotation', () =>
  check(fc.tuple(rotations, rotations), ([a, b]) => expect(Math.hypot(...multiply(a, b))).toBeCloseTo(1, 9)));

test('multiply means: first the right one, then the left one', () =>
  check(fc.tuple(rotations, rotations, vectors), ([a, b, v]) =>
    expectNear(rotate(multiply(a, b), v), rotate(a, rotate(b, v))),
  ));

test('the conjugate undoes a rotation', () =>
  check(fc.tuple(rotations, vectors), ([q, v]) => expectNear(rotate(conjugate(q), rotate(q, v)), v)));

test('a rotation keeps lengths', () =>
  check(fc.tuple(rotations, vectors), ([q, v]) =>
    expect(Math.hypot(...rotate(q, v))).toBeCloseTo(Math.hypot(...v), 6),
  ));

test('logarithm undoes exponential', () =>
  check(turns, (turn) => expectNear(toRotationVector(fromRotationVector(turn)), turn)));

test('a tiny turn is not lost', () => {
  const [x] = toRotationVector(fromRotationVector([1e-8, 0, 0]));
  expect(x / 1e-8).toBeCloseTo(1, 6);
});

test('a quaternion and its negative are the same rotation', () =>
  check(rotations, ([x, y, z, w]) =>
    expect(angleBetween([x, y, z, w], [-x, -y, -z, -w])).toBeLessThan(1e-6),
  ));

test('the angle between a rotation and itself turned further is that turn', () =>
  check(fc.tuple(rotations, turns), ([q, turn]) =>
    expect(angleBetween(q, multiply(fromRotationVector(turn), q))).toBeCloseTo(Math.hypot(...turn), 5),
  ));

test('a quarter turn about +y takes +z to +x', () =>
  expectNear(rotate(fromRotationVector([0, Math.PI / 2, 0]), [0, 0, 1]), [1, 0, 0]));

test('normalize gives length 1, and the identity for nothing', () => {
  expect(Math.hypot(...normalize([3, -4, 12, 1]))).toBeCloseTo(1, 12);
  expect(normalize([0, 0, 0, 0])).toEqual(IDENTITY);
});
