import { expect, test } from 'vitest';
import { longestFreezeAllowedMs } from './longest-freeze.ts';

test('a machine that shows every frame in its time has half a second and six frames', () => {
  const frameMs = 1000 / 30;
  expect(longestFreezeAllowedMs(frameMs)).toBe(700);
});

test('a machine that pauses by itself has more, and never so much that a call that stands still would pass', () => {
  expect(longestFreezeAllowedMs(0, 3)).toBe(1500);
  const ownMs = [0, 50, 200, 800];
  const allowedMs = ownMs.map((own) => longestFreezeAllowedMs(own));
  expect(allowedMs).toEqual(allowedMs.toSorted((a, b) => a - b));
  for (const [index, own] of ownMs.entries()) expect(allowedMs[index]).toBeLessThan(500 + 7 * own + 1);
});
