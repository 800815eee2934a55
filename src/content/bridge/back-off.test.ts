import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBackOff, FIRST_WAIT_MS, LONGEST_WAIT_MS, STEADY_MS } from './back-off.ts';

test('the first try comes soon, each later one after twice the wait, none after longer than the longest', () => {
  const backOff = createBackOff();
  const waits = Array.from({ length: 10 }, (_, index) => backOff.failed(index));
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map((times) => times * FIRST_WAIT_MS));
  expect(waits.at(-1)).toBe(LONGEST_WAIT_MS);
});

test('as long as nothing works steadily, waits never become shorter', () => {
  const event = fc.record({ works: fc.boolean(), afterMs: fc.integer({ min: 0, max: STEADY_MS - 1 }) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 50 }), (events) => {
      const backOff = createBackOff();
      let atMs = 0;
      let lastWaitMs = 0;
      for (const { works, afterMs } of events) {
        if (works) backOff.worked(atMs);
        atMs += afterMs;
        const waitMs = backOff.failed(atMs);
        expect(waitMs).toBeGreaterThanOrEqual(lastWaitMs);
        lastWaitMs = waitMs;
      }
    }),
  );
});

test('what has worked steadily begins anew', () => {
  const backOff = createBackOff();
  for (let times = 0; times < 5; times += 1) backOff.failed(0);
  backOff.worked(1000);
  // That it still works is no news.
  backOff.worked(1000 + STEADY_MS / 2);
  expect(backOff.failed(1000 + STEADY_MS)).toBe(FIRST_WAIT_MS);
});
