import { expect, test } from 'vitest';
import { withholdFrames } from './withhold-frames.ts';

/** Frames at these times; what became of each is kept. */
function sourceOf(timesUs: readonly number[]) {
  const closed: number[] = [];
  const waiting = [...timesUs];
  const source = withholdFrames({
    tick() {},
    async read() {
      const timestamp = waiting.shift();
      if (timestamp === undefined) return null;
      return { timestamp, close: () => closed.push(timestamp) } as unknown as VideoFrame;
    },
  });
  return { source, closed, read: async () => (await source.read())?.timestamp ?? null };
}

test('frames are kept back, and closed, until they are released', async () => {
  const { source, closed, read } = sourceOf([0, 40_000, 80_000]);
  source.release();
  expect([await read(), await read()]).toEqual([0, 40_000]);
  expect(closed).toEqual([]);

  const kept = sourceOf([0, 40_000]);
  expect(await kept.read()).toBeNull();
  expect(kept.closed).toEqual([0, 40_000]);
});

test.each([
  ['30 fps: some frames', [0, 200_000, 390_000, 420_000, 450_000], [420_000, 450_000]],
  ['1 fps: one frame', [5e6, 6e6, 7e6], [6e6, 7e6]],
  ['a clock that starts anew', [9e6, 100], [100]],
])('nobody is waited for longer than 0.4 s of frames: %s', async (_, timesUs, shown) => {
  const { read } = sourceOf(timesUs);
  const got: number[] = [];
  for (let time = await read(); time !== null; time = await read()) got.push(time);
  expect(got).toEqual(shown);
});
