import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until, WAIT_MS, WaitedInVain } from './until.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it reads until what it reads is as wished, and gives that', async () => {
  let reads = 0;
  const found = until(
    'the third reading',
    () => ++reads,
    (count) => count === 3,
  );
  await vi.runAllTimersAsync();
  expect(await found).toBe(3);
  expect(reads).toBe(3);
});

test('in vain it says what it waited for, and what it saw last', async () => {
  const found = until(
    'a filter that is on',
    async () => ({ filterOn: false }),
    ({ filterOn }) => filterOn,
  ).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(2 * WAIT_MS);
  const error = await found;
  expect(error).toBeInstanceOf(WaitedInVain);
  expect(String(error)).toMatch(/a filter that is on.*\{"filterOn":false\}/);
});

test('what a reading throws ends the waiting', async () => {
  const readings = vi.fn(async () => {
    throw new Error('the page has gone');
  });
  await expect(until('anything', readings)).rejects.toThrow('the page has gone');
  expect(readings).toHaveBeenCalledTimes(1);
});
