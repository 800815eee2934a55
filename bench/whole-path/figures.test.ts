import { expect, test } from 'vitest';
import { measureObservation, quantile, type Row, stagesToMarkdown, toMarkdown } from './figures.ts';

const observation = (delaysMs: readonly number[], farFrames: number | null = null) => ({
  ...{ elapsedMs: 1000, delaysMs, farFrames },
});

test('quantiles are values of the list', () => {
  expect(quantile([5, 1, 9], 0.5)).toBe(5);
  expect(quantile([5, 1, 9], 0)).toBe(1);
  expect(quantile([5, 1, 9], 1)).toBe(9);
  expect(() => quantile([], 0.5)).toThrow('got none');
});

test('what passthrough adds to itself is nothing', () => {
  const floor = observation([100, 101, 102]);
  expect(measureObservation(floor, floor).addedMs.p50).toBe(0);
});

test('latency is counted from the floor, whatever the camera’s clock says', () => {
  for (const clock of [0, -5000, 1e6]) {
    const floor = observation([clock, clock + 1, clock + 2]);
    const { addedMs, fps, farFps } = measureObservation(
      observation([clock + 8, clock + 9, clock + 30], 2),
      floor,
    );
    expect(addedMs).toEqual({ p50: 8, p95: 29 });
    expect([fps, farFps]).toEqual([3, 2]);
  }
});

test('a row a measurement, and a row of stages for each worn and visible one', () => {
  const row: Row = {
    ...{ use: 'call', filter: 'glasses', tab: 'visible', fps: 30, farFps: 29.5 },
    ...{ addedMs: { p50: 8, p95: 12 }, mainThreadMs: 7.25 },
    line: {
      ...{ widthPx: 1280, heightPx: 720, fpsIn: 30, fpsOut: 30, latencyMs: { p50: 7, p95: 11 } },
      ...{ dropped: 0, level: 0, compositor: 'planes, page', tooSlow: false },
      stagesMs: { copy: { p50: 1, p95: 2 } },
    },
  };
  const rows: Row[] = [{ ...row, filter: 'passthrough', line: null }, row, { ...row, tab: 'hidden' }];
  expect(toMarkdown(rows).split('\n')).toHaveLength(2 + 3);
  expect(stagesToMarkdown(rows).split('\n')).toHaveLength(2 + 1);
  expect(stagesToMarkdown(rows)).toContain('copy 1.0 / 2.0');
});
