import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vector3 } from '../geometry/quaternion.ts';
import { createPositionFilter, type PositionFilter } from './position-filter.ts';

const positions: fc.Arbitrary<Vector3> = fc.tuple(
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -30, max: 30, noNaN: true }),
  fc.double({ min: -130, max: -20, noNaN: true }),
);

function watch(motion: (seconds: number) => Vector3, times: readonly number[]): PositionFilter {
  const [first = 0, ...rest] = times;
  const filter = createPositionFilter(motion(first), first);
  for (const seconds of rest) filter.observe(motion(seconds), seconds, 1);
  return filter;
}

const everyFrame = (framesPerSecond: number, seconds: number) =>
  Array.from({ length: framesPerSecond * seconds + 1 }, (_, i) => i / framesPerSecond);

const distance = (a: Vector3, b: Vector3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test('a constant stays what it is', () => {
  fc.assert(
    fc.property(positions, (position) => {
      expect(distance(watch(() => position, everyFrame(30, 1)).predict(1.1), position)).toBeLessThan(1e-6);
    }),
    { seed: 1, numRuns: 50 },
  );
});

test.each([10, 15, 30, 60])(
  'a steady walk across the picture is foretold without lag at %i detections a second',
  (rate) => {
    const motion = (t: number): Vector3 => [-25 + 25 * t, 3, -60];
    const lagSeconds = (watch(motion, everyFrame(rate, 2)).predict(2.05)[0] - motion(2.05)[0]) / -25;
    expect(Math.abs(lagSeconds)).toBeLessThan(0.003);
  },
);

test('a mirrored motion is foretold mirrored', () => {
  const motion = (t: number): Vector3 => [10 * Math.sin(3 * t), 5 * Math.cos(2 * t), -50 - 5 * Math.sin(t)];
  const mirrored = (t: number): Vector3 => [-motion(t)[0], motion(t)[1], motion(t)[2]];
  const [x, y, z] = watch(motion, everyFrame(30, 2)).predict(2.05);
  expect(distance(watch(mirrored, everyFrame(30, 2)).predict(2.05), [-x, y, z])).toBeLessThan(1e-9);
});

test('noise of depth does not shake a head off the axis sideways', () => {
  const direction = 0.4;
  const filter = createPositionFilter([60 * direction, 0, -60], 0);
  for (let frame = 1; frame < 90; frame++) {
    const depthCm = 60 + (frame % 2 ? 1.5 : -1.5);
    filter.observe([direction * depthCm, 0, -depthCm], frame / 30, 1);
    const [x, , z] = filter.predict(frame / 30);
    expect(x / -z).toBeCloseTo(direction, 6);
  }
});
