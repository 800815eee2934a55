import { expect, test } from 'vitest';
import { measureBusyTimes, type TraceEvent } from './main-thread.ts';

const marks = { pageMark: 'page', frameMark: 'frame' };
const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  ...{ name, ts, ph: 'X', pid: 1, tid: 1 },
  ...more,
});

test('tasks between two frames are the later one’s, other threads’ and processes’ are nobody’s', () => {
  const { wallMs, processorMs, longestTaskMs } = measureBusyTimes(
    [
      event('page', 0),
      event('frame', 100, { tid: 2 }),
      event('frame', 33_100, { tid: 2 }),
      event('frame', 66_100, { tid: 2 }),
      event('frame', 70_000, { pid: 9 }),
      event('RunTask', 50, { dur: 40 }),
      event('RunTask', 200, { dur: 4000, tdur: 3000 }),
      event('RunTask', 32_000, { dur: 2000, tdur: 1000 }),
      event('RunTask', 40_000, { dur: 500, tdur: 400 }),
      event('RunTask', 41_000, { dur: 99_000, tid: 2 }),
      event('RunTask', 41_000, { dur: 99_000, pid: 2 }),
      event('RunTask', 67_000, { dur: 900 }),
    ],
    marks,
  );
  expect(wallMs).toEqual([6, 0.5]);
  expect(processorMs).toEqual([4, 0.4]);
  expect(longestTaskMs).toBe(4);
});

test('where no frame leaves, there is nothing to tell', () => {
  const { wallMs } = measureBusyTimes([event('page', 0), event('RunTask', 5, { dur: 7 })], marks);
  expect(wallMs).toEqual([]);
});

test('a trace of another page is refused', () => {
  expect(() => measureBusyTimes([event('frame', 3)], marks)).toThrow('mark page');
});
