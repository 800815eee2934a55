import { expect, test } from 'vitest';
import { createStageTimings, type Measured } from './stage-timings.ts';

/** Runs frames at a fixed pace through timings whose clock is ours, and gives the reports. */
function run({
  frames = 61,
  everyMs = 20,
  stageMs = 3,
  isDrawn = (frame: number): boolean => frame > 0,
} = {}): Measured[] {
  const reports: Measured[] = [];
  let nowMs = 0;
  const timings = createStageTimings(
    (figures) => reports.push(figures),
    () => nowMs,
  );
  for (let frame = 1; frame <= frames; frame += 1) {
    if (!isDrawn(frame)) continue;
    nowMs = frame * everyMs;
    timings.begin(1000 * frame * everyMs, nowMs);
    nowMs += stageMs;
    timings.lap('paint');
    timings.end(1280, 720);
  }
  return reports;
}

test('reports once a second, with the pace at which frames left', () => {
  const reports = run();
  expect(reports).toHaveLength(1);
  expect(reports[0]?.fpsOut).toBeCloseTo(50, 0);
  expect(reports[0]).toMatchObject({ widthPx: 1280, heightPx: 720 });
});

test('counts the frames that the camera made but that were not drawn', () => {
  const [report] = run({ frames: 70, isDrawn: (frame) => frame % 3 !== 0 });
  expect((report?.fpsIn ?? 0) / (report?.fpsOut ?? 1)).toBeGreaterThan(1.4);
  expect(report?.dropped).toBeGreaterThan(12);
});

test('a stage of constant length has that length at every percentile, and so has the whole', () => {
  const [report] = run({ stageMs: 4 });
  expect(report?.stagesMs).toEqual({ paint: { p50: 4, p95: 4 } });
  expect(report?.latencyMs).toEqual({ p50: 4, p95: 4 });
});
