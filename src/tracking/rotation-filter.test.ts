import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { angleBetween, fromRotationVector, multiply, type Quaternion } from '../geometry/quaternion.ts';
import { createRotationFilter, type RotationFilter } from './rotation-filter.ts';

const DEGREE = Math.PI / 180;
const component = fc.double({ min: -1, max: 1, noNaN: true });
const directions = fc.tuple(component, component, component).filter(([x, y, z]) => Math.hypot(x, y, z) > 0.1);
const rotations = fc
  .tuple(directions, fc.double({ min: 0, max: Math.PI, noNaN: true }))
  .map(([[x, y, z], angle]) => {
    const scale = angle / Math.hypot(x, y, z);
    return fromRotationVector([x * scale, y * scale, z * scale]);
  });

/** Shows the filter a motion at these times. */
function watch(motion: (seconds: number) => Quaternion, times: readonly number[]): RotationFilter {
  const [first = 0, ...rest] = times;
  const filter = createRotationFilter(motion(first), first);
  for (const seconds of rest) filter.observe(motion(seconds), seconds, 1);
  return filter;
}

const everyFrame = (framesPerSecond: number, seconds: number) =>
  Array.from({ length: framesPerSecond * seconds + 1 }, (_, i) => i / framesPerSecond);

test('a constant stays what it is, and unit', () => {
  fc.assert(
    fc.property(rotations, (rotation) => {
      const predicted = watch(() => rotation, everyFrame(30, 1)).predict(1.03);
      expect(angleBetween(predicted, rotation)).toBeLessThan(1e-6);
      expect(Math.hypot(...predicted)).toBeCloseTo(1, 12);
    }),
    { seed: 1, numRuns: 30 },
  );
});

test.each([10, 15, 24, 30, 60])(
  'a steady turn about any axis is foretold without lag at %i detections a second',
  (rate) => {
    fc.assert(
      fc.property(
        directions,
        rotations,
        fc.double({ min: 30, max: 300, noNaN: true }),
        ([x, y, z], from, speed) => {
          const scale = (speed * DEGREE) / Math.hypot(x, y, z);
          const motion = (t: number) =>
            multiply(fromRotationVector([x * scale * t, y * scale * t, z * scale * t]), from);
          const lagSeconds =
            angleBetween(watch(motion, everyFrame(rate, 2)).predict(2.05), motion(2.05)) / (speed * DEGREE);
          expect(lagSeconds).toBeLessThan(0.005);
        },
      ),
      { seed: 2, numRuns: 12 },
    );
  },
);

test('uneven times do not matter to a steady turn', () => {
  const random = createRandom(4);
  const times = everyFrame(30, 2).map((time) => time + random.uniform(0, 0.03));
  const motion = (t: number) => fromRotationVector([0, 90 * DEGREE * t, 0]);
  expect(angleBetween(watch(motion, times).predict(2.1), motion(2.1))).toBeLessThan(0.2 * DEGREE);
});

test('rolling through the upside-down stays within 3 degrees in every frame, noise and all', () => {
  const random = createRandom(5);
  const motion = (t: number) =>
    multiply(fromRotationVector([0, 0, 90 * DEGREE * t]), fromRotationVector([0.2, 0.1, 0]));
  const noisy = (t: number) => {
    const error = () => 0.5 * DEGREE * random.normal();
    return multiply(fromRotationVector([error(), error(), error()]), motion(t));
  };
  const filter = createRotationFilter(noisy(0), 0);
  for (const seconds of everyFrame(30, 5).slice(1)) {
    if (seconds > 1) expect(angleBetween(filter.predict(seconds), motion(seconds)) / DEGREE).toBeLessThan(3);
    filter.observe(noisy(seconds), seconds, 1);
  }
});

test('time may be shifted', () => {
  const motion = (t: number) => fromRotationVector([0.3 * Math.sin(5 * t), t, 0]);
  const times = everyFrame(30, 1);
  const plain = watch(motion, times).predict(1.05);
  const shifted = watch(
    (t) => motion(t - 64),
    times.map((time) => time + 64),
  ).predict(65.05);
  expect(angleBetween(plain, shifted)).toBeLessThan(1e-6);
});

test('an unsure measurement moves the estimate less', () => {
  const jolt = fromRotationVector([0, 1.5 * DEGREE, 0]);
  const moved = (varianceFactor: number) => {
    const filter = watch(() => [0, 0, 0, 1], everyFrame(30, 1));
    filter.observe(jolt, 1 + 1 / 30, varianceFactor);
    return angleBetween(filter.predict(1 + 1 / 30), [0, 0, 0, 1]);
  };
  expect(moved(9)).toBeLessThan(0.7 * moved(1));
});
