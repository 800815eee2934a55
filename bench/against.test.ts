import { expect, test } from 'vitest';
import { againstTables, ratio, ratiosOf } from './against.ts';

const spread = (p50: number | null, p95: number | null) => ({ p50, p95 });
const startMs = {
  ...{ hook: 2, hookCpu: 2, camera: 9, cameraWithout: 8, firstWornCold: 200, firstWornWarm: 100 },
  ...{ longestTaskCold: 30, longestTaskWarm: 20, popupPaint: 100, popupFromClick: 300 },
};
const sizes = { packedBytes: 800, hookGzipBytes: 70, everyPageBytes: 300, pageProgramGzipBytes: 40 };
const ours = {
  fpsOut: { overlay: 30, plainDesign: 12, overlayHidden: 0 },
  latencyMs: { overlay: spread(3, 6), overlayHidden: spread(null, null) },
  mainThreadMs: { overlay: spread(0.5, 2) },
  ...{ startMs, startSlow4xMs: { ...startMs, firstWornCold: 800 } },
};
const rate = (fps: number) => ({ fps, freezes: 0, frozenMs: 0 });
const rates = (fps: number) => ({ work200of250: rate(fps), work900of1000: rate(fps), alert: rate(fps) });
const other = {
  ...{ commit: 'abc', ...sizes, oursSized: { like: 'dist' as const, ...sizes, packedBytes: 400 } },
  fpsOut: { overlay: 15, overlayHidden: 0 },
  latencyMs: { overlay: spread(6, 8), overlayHidden: spread(null, null) },
  mainThreadMs: { overlay: spread(0.25, 2) },
  ...{ startMs: { ...startMs, popupPaint: 50 }, startSlow4xMs: { ...startMs, firstWornCold: 1600 } },
  busyPageFps: { noFilter: rates(10), glasses: rates(10), pixelated: rates(10) },
};

test('a ratio is ours by the other’s, for rows that both have', () => {
  const ratios = ratiosOf(ours, other);
  expect(ratios.fpsOut).toEqual({ overlay: 2, overlayHidden: null });
  expect(ratios.latencyP50?.overlay).toBe(0.5);
  expect(ratios.latencyP95?.overlay).toBe(0.75);
  expect(ratios.mainThreadP50?.overlay).toBe(2);
  expect(ratios.startMs).toMatchObject({ popupPaint: 2, hook: 1 });
  expect(ratios.startSlow4xMs).toMatchObject({ firstWornCold: 0.5, hook: 1 });
  expect(ratios.sizes).toEqual({
    packedBytes: 0.5,
    hookGzipBytes: 1,
    everyPageBytes: 1,
    pageProgramGzipBytes: 1,
  });
});

test('nothing is divided by nothing', () => {
  for (const [of, to] of [
    [1, 0],
    [1, null],
    [null, 1],
    [undefined, 1],
  ] as const) {
    expect(ratio(of, to)).toBeNull();
  }
  expect(ratio(0, 2)).toBe(0);
});

test('parts that were not measured have no ratios and no table', () => {
  const [few, none] = [{ startMs }, { commit: 'abc' }];
  expect(ratiosOf(few, none)).toEqual({});
  expect(againstTables(few, { ...none, ratios: {} })).toEqual({});
});

test('tables show both figures and the ratio, with as many cells in each row as in the head', () => {
  const tables = againstTables(ours, { ...other, ratios: ratiosOf(ours, other) });
  expect(tables.path).toContain('| overlay | 30.0 : 15.0 = 2.00 | 3.0 : 6.0 = 0.50 |');
  expect(tables.path).toContain('| overlayHidden | 0.0 : 0.0 = - | - : - = - |');
  expect(tables.size).toContain('| packedBytes | 400 : 800 = 0.50 |');
  expect(tables.start).toContain('| firstWornCold | 200.0 : 200.0 = 1.00 | 800.0 : 1600.0 = 0.50 |');
  expect(tables.busy).toContain('| glasses | 10.0, 0 of 0 | 10.0, 0 of 0 | 10.0, 0 of 0 |');
  for (const text of [tables.path, tables.start, tables.busy, tables.size]) {
    expect(new Set(text?.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  }
});
