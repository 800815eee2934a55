import { beforeEach, expect, test } from 'vitest';
import { settlePromises } from '../../tests/fakes/looks.ts';
import { cameraFrame, TestVideoFrame } from '../../tests/fakes/video-frame.ts';
import { createDetectAhead } from './detect-ahead.ts';

beforeEach(() => TestVideoFrame.open.clear());

function createBench() {
  const offered: number[] = [];
  const state = { isWanted: true, isDue: true };
  let nextInput: ((frame: VideoFrame) => void) | null = null;
  const detectAhead = createDetectAhead({
    slot: {
      onNextInput(use) {
        nextInput = use;
      },
    },
    engine: {
      isDue: () => state.isDue,
      offer: (_, { timestampUs }) => offered.push(timestampUs),
    },
    effort: () => ({ bothWays: true, scanEveryUs: 0 }),
  });
  detectAhead(() => state.isWanted);
  return {
    ...{ offered, state },
    isAsking: () => nextInput !== null,
    /** The camera's next frame. */
    async pass(timestampUs: number, pixelsReady?: Promise<unknown>) {
      const use = nextInput;
      nextInput = null;
      use?.(cameraFrame(timestampUs, pixelsReady));
      await settlePromises();
    },
  };
}

test('frames that pass are offered to the engine, one after the other, and closed', async () => {
  const bench = createBench();
  await bench.pass(1);
  await bench.pass(2);
  bench.state.isDue = false;
  await bench.pass(3);
  expect(bench.offered).toEqual([1, 2]);
  expect(TestVideoFrame.open.size).toBe(0);
  expect(bench.isAsking()).toBe(true);
});

test('it ends when it is not wanted any more', async () => {
  const bench = createBench();
  bench.state.isWanted = false;
  await bench.pass(1);
  expect(bench.isAsking()).toBe(false);
  expect(TestVideoFrame.open.size).toBe(0);
});

test('a frame that cannot be read is closed, and the next one is asked for', async () => {
  const bench = createBench();
  await bench.pass(1, Promise.reject(new Error('no pixels')));
  expect(TestVideoFrame.open.size).toBe(0);
  await bench.pass(2);
  expect(bench.offered).toEqual([2]);
});
