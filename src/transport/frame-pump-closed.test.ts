import { expect, test } from 'vitest';
import { createBench, createGate } from '../../tests/fakes/pump-bench.ts';
import type { FrameTransform } from '../pipeline/frame-step.ts';

const isPlain = (name: string) => !/^(drawn|blank)/.test(name);

test('before the first word no frame leaves; then the newest one does, and none of the older', async () => {
  const bench = createBench({ failMode: null });
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual([]);
  bench.pump.setFailMode('open');
  await bench.feed('d');
  expect(bench.written).toEqual(['c', 'd']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('closed and without a transform, every frame is blank', async () => {
  const bench = createBench({ failMode: null });
  await bench.feed('a');
  bench.pump.setFailMode('closed');
  await bench.feed('b');
  expect(bench.written).toEqual(['blank a', 'blank b']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('closed, what a transform that does not hide the face would draw is not seen, not even the frame it works on', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.setTransform(bench.drawing(gate.closed));
  await bench.feed('a');
  bench.pump.setFailMode('closed');
  gate.open();
  await bench.settle();
  await bench.feed('b');
  expect(bench.written).toEqual(['blank a', 'blank b']);
  bench.pump.setTransform(bench.drawing(), 'closed');
  await bench.feed('c');
  expect(bench.written.at(-1)).toBe('drawn c');
});

const failing: FrameTransform = () => Promise.reject(new Error('no'));
const nothing: FrameTransform = async () => null;
const hanging: FrameTransform = () => new Promise(() => {});

test.each([
  ['fails', failing],
  ['has nothing to draw', nothing],
  ['hangs', hanging],
])('closed, a transform that %s never lets a plain frame out', async (_, transform) => {
  for (const failMode of ['open', 'closed'] as const) {
    const bench = createBench({ failMode });
    bench.pump.setTransform(transform, 'closed');
    // A third of a second: while the transform is set, it is its own word that counts.
    for (let index = 0; index < 9; index += 1) await bench.feed(`${index}`);
    expect(bench.written.filter(isPlain)).toEqual([]);
    if (failMode === 'open') continue;
    for (let index = 9; index < 90; index += 1) await bench.feed(`${index}`);
    expect(bench.written.filter(isPlain)).toEqual([]);
    expect(bench.written.length).toBeGreaterThan(60);
  }
});

test('a frame that can be neither shown nor blank is left out, and the next one is tried again', async () => {
  const bench = createBench({ failMode: 'closed' });
  bench.failBlanking(true);
  await bench.feed('a');
  bench.failBlanking(false);
  await bench.feed('b');
  expect(bench.written).toEqual(['blank b']);
});

test('a page whose thread was blocked does not make its transform hang', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.setTransform(bench.drawing(gate.closed));
  await bench.feed('a');
  await bench.feed('b', 2000);
  await bench.feed('c');
  gate.open();
  await bench.settle();
  expect(bench.lost).toEqual([]);
  expect(bench.written).toEqual(['drawn a', 'drawn c']);
});

test.each([60, 30, 10])(
  'at %i frames a second a transform that hangs stops the picture for half a second at most',
  async (fps) => {
    const bench = createBench();
    bench.pump.setTransform(hanging);
    let waitedMs = 0;
    for (let index = 0; bench.written.length === 0; index += 1) {
      await bench.feed(`${index}`, 1000 / fps);
      waitedMs = (index * 1000) / fps;
    }
    expect(waitedMs).toBeLessThanOrEqual(500);
  },
);
