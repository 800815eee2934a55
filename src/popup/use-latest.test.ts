import { expect, test } from 'vitest';
import { createLatest } from './use-latest.ts';

test('the first and the last are stored, in order, and what came between is left out', async () => {
  const stored: number[] = [];
  let release = () => {};
  const latest = createLatest<number>(async (value) => {
    stored.push(value);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  for (const value of [1, 2, 3, 4]) latest.store(value);
  expect(stored).toEqual([1]);
  expect(latest.storing()).toBe(true);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(stored).toEqual([1, 4]);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect(latest.storing()).toBe(false);
});
