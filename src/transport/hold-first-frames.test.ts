import { expect, test } from 'vitest';
import { createFirstFrameHold } from './hold-first-frames.ts';

test('frames stay until they are released', () => {
  const { holdsBack, release } = createFirstFrameHold();
  expect([0, 40_000].map(holdsBack)).toEqual([true, true]);
  release();
  expect([80_000, 0].map(holdsBack)).toEqual([false, false]);
});

test.each([
  ['30 fps: some frames', [0, 200_000, 390_000, 420_000, 450_000], [420_000, 450_000]],
  ['1 fps: one frame', [5e6, 6e6, 7e6], [6e6, 7e6]],
  ['a clock that starts anew', [9e6, 100], [100]],
])('nobody is waited for longer than 0.4 s of frames: %s', (_, timesUs, shown) => {
  const { holdsBack } = createFirstFrameHold();
  expect(timesUs.filter((timeUs) => !holdsBack(timeUs))).toEqual(shown);
});
