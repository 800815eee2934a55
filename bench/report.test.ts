import { expect, test } from 'vitest';
import { type BenchReport, toMarkdown } from './report.ts';
import { table } from './table.ts';

const origin = {
  machine: { processor: 'a processor', cores: 2, loadBefore: 0.5, loadAfter: 2 },
  ...{ browser: 'Chrome/1', commit: 'abc', date: '2026-01-01' },
};
const path = {
  fpsOut: { overlay: 30, overlayHidden: 29.7, passthrough: 30, plainDesign: 10, plainDesignHidden: 0 },
  latencyMs: { overlay: { p50: 4, p95: 8 }, plainDesignHidden: { p50: null, p95: null } },
  mainThreadMs: { overlay: { p50: 5, p95: 9 } },
  mainThreadCpuMs: { overlay: { p50: 5, p95: 9 } },
  longestTaskMs: { overlay: 12 },
  stagesMs: { overlay: { copy: { p50: 1, p95: 2 } }, passthrough: null },
  ...{ slowness: 4, hiddenSeconds: 120 },
};

test('a row a name; who sends nothing has no latency', () => {
  const text = toMarkdown({ ...origin, ...path } satisfies BenchReport).path;
  expect(text).toContain('| overlay | 30.0 | 4.0 / 8.0 | 5.0 / 9.0 |');
  expect(text).toContain('| plainDesignHidden | 0.0 | - |');
  expect(text).toContain('| frames: overlay hidden / visible | 0.99 |');
  expect(text).toContain('| overlay | copy 1.0 / 2.0 |');
});

const startMs = {
  ...{ hook: 2, hookCpu: 2, camera: 9, cameraWithout: 8, firstWornCold: 200, firstWornWarm: 100 },
  ...{ longestTaskCold: 30, longestTaskWarm: 20, popupPaint: 100, popupFromClick: 300 },
};
const busy = { fps: 30, freezes: 0, frozenMs: 0 };
const native = { work200of250: busy, work900of1000: busy, alert: { fps: 0, freezes: 1, frozenMs: 6000 } };

test('starting slowed stands beside starting, where both were measured', () => {
  const startSlow4xMs = { ...startMs, firstWornCold: 800 };
  const row = 'first frame to first worn frame, fresh browser';
  expect(toMarkdown({ ...origin, startMs, startSlow4xMs }).start).toContain(`| ${row} | 200.0 | 800.0 |`);
  expect(toMarkdown({ ...origin, startMs }).start).toContain(`| ${row} | 200.0 |`);
});

test('a busy page has a row for each that is worn: frames a second, and freezes', () => {
  const text = toMarkdown({ ...origin, busyPageFps: { native } }).busy;
  expect(text).toContain('| native | 30.0, 0 of 0 | 30.0, 0 of 0 | 0.0, 1 of 6000 |');
});

test('every table has as many cells in each row as in its head', () => {
  const figures = { ours: 5, oursOneLook: 3, faceApi: 20, mediapipe: 15, net: 2, floor: 1 };
  const parts = toMarkdown({
    ...{
      ...origin,
      ...path,
      detectMs: figures,
      detectLeastMs: figures,
      packedBytes: 5,
      hookGzipBytes: 3,
      everyPageBytes: 9,
      pageProgramGzipBytes: 7,
      ...{ startMs, startSlow4xMs: startMs, busyPageFps: { native } },
    },
    fpsFar: { overlay: 29 },
  });
  expect(Object.keys(parts)).toEqual(['path', 'detect', 'start', 'busy', 'size']);
  for (const part of Object.values(parts)
    .join('\n\n')
    .split('\n\n')
    .filter((lines) => lines.startsWith('|'))) {
    const cells = part.split('\n').map((line) => line.split('|').length);
    expect(new Set(cells).size).toBe(1);
  }
  expect(parts.size).toContain('load before 0.5');
});

test('a table is Markdown', () => {
  expect(table('a | b', [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
