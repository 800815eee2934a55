import { expect, test } from 'vitest';
import { combine, type Measured, quantile, spreadOf } from './figures.ts';

const measured = (delaysMs: readonly number[], more: Partial<Measured> = {}): Measured => ({
  observation: { elapsedMs: 1000, delaysMs, farFrames: null },
  busy: { wallMs: [], processorMs: [], longestTaskMs: 0 },
  ...{ floorMs: 0, pipeline: null },
  ...more,
});

test('quantiles are values of the list', () => {
  expect(quantile([5, 1, 9], 0.5)).toBe(5);
  expect(quantile([5, 1, 9], 0)).toBe(1);
  expect(quantile([5, 1, 9], 1)).toBe(9);
  expect(() => quantile([], 0.5)).toThrow('got none');
});

test('latency is counted from the floor of each stretch, whatever the camera’s clock says', () => {
  const stretches = [0, -5000, 1e6].map((clock) =>
    measured([clock + 8, clock + 9, clock + 30], { floorMs: clock + 1 }),
  );
  expect(combine(stretches).latencyMs).toEqual({ p50: 8, p95: 29 });
});

test('frames and seconds of all stretches count together', () => {
  const half = measured([1, 2, 3], { observation: { elapsedMs: 500, delaysMs: [1, 2, 3], farFrames: 6 } });
  const whole = measured([], { observation: { elapsedMs: 1000, delaysMs: [], farFrames: 3 } });
  expect(combine([half, whole])).toMatchObject({ fpsOut: 2, fpsFar: 6 });
});

test('busy times are those of all frames, the longest task that of any', () => {
  const busy = (wallMs: number[], longestTaskMs: number) => ({ wallMs, processorMs: wallMs, longestTaskMs });
  const figures = combine([measured([1], { busy: busy([1, 2], 9) }), measured([1], { busy: busy([3], 7) })]);
  expect(figures).toMatchObject({ mainThreadMs: { p50: 2, p95: 3 }, longestTaskMs: 9 });
});

test('a maker of no frames has no latency, and a rate of nothing', () => {
  expect(combine([measured([])])).toMatchObject({ fpsOut: 0, fpsFar: null, latencyMs: { p50: null } });
  expect(spreadOf([])).toEqual({ p50: null, p95: null });
});
