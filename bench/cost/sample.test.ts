import { expect, test } from 'vitest';
import type { Moment, ProcessTimes } from './process-times.ts';
import { aboveOf, sampleBetween } from './sample.ts';

const thread = (id: number, name: string, ticks: number) => ({ id, name, ticks, parentId: 1 });
const times = (id: number, kind: string, ticks: number, threads: ProcessTimes['threads'] = []) => ({
  ...{ id, kind, ticks, threads },
});
const moment = (atMs: number, ...processes: ProcessTimes[]): Moment => ({ atMs, processes });

test('cores are ticks of the span; who began meanwhile counts from zero, who ended counts for nothing', () => {
  const before = moment(
    1000,
    times(1, 'browser', 500),
    times(2, 'page', 90, [thread(5, 'Main', 40)]),
    times(3, 'gpu', 700),
  );
  const after = moment(
    3000,
    times(1, 'browser', 520),
    times(2, 'page', 190, [thread(5, 'Main', 60), thread(6, 'Worker/1', 50), thread(7, 'Worker/2', 50)]),
    times(4, 'page', 10),
  );
  const sample = sampleBetween(before, after, 100);
  expect(sample.processes).toEqual({ browser: 0.1, page: 0.55 });
  expect(sample.threads).toEqual({ 'page Main': 0.1, 'page Worker': 0.5 });
  expect(sample.total).toBeCloseTo(0.65, 9);
});

const sampleOf = (total: number, threads = {}) => ({
  ...{ total, processes: { page: total }, threads, fps: [60 * total] },
});

test('what is above the plain browser is the median of the rounds, a part that one of them lacks being none', () => {
  const above = aboveOf([
    { worn: sampleOf(0.5, { worker: 0.25 }), plain: sampleOf(0.25) },
    { worn: sampleOf(9), plain: sampleOf(0.25) },
    { worn: sampleOf(0.75, { worker: 0.5 }), plain: sampleOf(0.25, { idle: 0.125 }) },
  ]);
  expect(above).toEqual({
    total: 0.5,
    processes: { page: 0.5 },
    threads: { worker: 0.25, idle: 0 },
    fps: [45],
  });
  expect(aboveOf([])).toBeNull();
});
