import { expect, test } from 'vitest';
import { createFramePump, type OnFailure, type Step } from './frame-pump.ts';

interface FakeFrame {
  readonly name: string;
  closed: number;
  close(): void;
}

/** Frames, a source that is fed by hand and a sink that keeps the names of what it was given. */
const FRAME_MS = 1000 / 30;

function createBench({ refuseWrites = false, guard = 'open' as OnFailure | null } = {}) {
  const frames: FakeFrame[] = [];
  const written: string[] = [];
  const lost: unknown[] = [];
  const ends: boolean[] = [];
  let nowMs = 0;
  let coveringFails = false;
  let deliver: ((frame: VideoFrame | null) => void) | null = null;

  const makeFrame = (name: string): FakeFrame => {
    const frame: FakeFrame = {
      name,
      closed: 0,
      close() {
        frame.closed += 1;
      },
    };
    frames.push(frame);
    return frame;
  };
  const pump = createFramePump({
    source: {
      read: () =>
        new Promise((resolve) => {
          deliver = resolve;
        }),
      tick() {},
    },
    sink: {
      async write(frame) {
        frame.close();
        if (refuseWrites) throw new Error('Stream closed');
        written.push((frame as unknown as FakeFrame).name);
      },
      end() {},
    },
    onStepLost: (reason) => lost.push(reason),
    onEnd: (cameraEnded) => ends.push(cameraEnded),
    cover(frame) {
      if (coveringFails) throw new Error('no memory');
      return makeFrame(`covered ${(frame as unknown as FakeFrame).name}`) as unknown as VideoFrame;
    },
    now: () => nowMs,
  });
  if (guard) pump.guard(guard);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    pump,
    frames,
    written,
    lost,
    ends,
    settle,
    failCovering(fails: boolean) {
      coveringFails = fails;
    },
    /** A frame, as long after the last as a camera of 30 frames a second takes. */
    async feed(name: string | null, afterMs = FRAME_MS) {
      nowMs += afterMs;
      deliver?.(name === null ? null : (makeFrame(name) as unknown as VideoFrame));
      await settle();
    },
    /** A step that names what it drew; `gate` holds it back. */
    drawing:
      (gate: Promise<unknown> = Promise.resolve()): Step =>
      async (frame) => {
        const { name } = frame as unknown as FakeFrame;
        await gate;
        return makeFrame(`drawn ${name}`) as unknown as VideoFrame;
      },
  };
}

function createGate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
}

test('without a step every frame passes as it is', async () => {
  const bench = createBench();
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual(['a', 'b', 'c']);
});

test('with a step the sink gets what the step drew, and every frame is closed once', async () => {
  const bench = createBench();
  bench.pump.plug(bench.drawing());
  for (const name of ['a', 'b']) await bench.feed(name);
  expect(bench.written).toEqual(['drawn a', 'drawn b']);
  expect(bench.frames.map(({ closed }) => closed)).toEqual([1, 1, 1, 1]);
});

test('while a step works, the newest frame waits and the older one is dropped', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.plug(bench.drawing(gate.closed));
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual([]);
  gate.open();
  await bench.settle();
  expect(bench.written).toEqual(['drawn a', 'drawn c']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('frames leave in the order in which they came, also when the step is unplugged meanwhile', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.plug(bench.drawing(gate.closed));
  await bench.feed('a');
  bench.pump.plug(null);
  await bench.feed('b');
  gate.open();
  await bench.settle();
  expect(bench.written).toEqual(['drawn a', 'b']);
});

test('a step that fails lets the frame pass, and is unplugged when it does not stop failing', async () => {
  const bench = createBench();
  const reason = new Error('no');
  bench.pump.plug(() => Promise.reject(reason));
  for (let index = 0; index < 12; index += 1) await bench.feed(`${index}`);
  expect(bench.written).toEqual(Array.from({ length: 12 }, (_, index) => `${index}`));
  expect(bench.lost).toEqual([reason]);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('one success between failures keeps the step', async () => {
  const bench = createBench();
  let calls = 0;
  bench.pump.plug(async () => {
    calls += 1;
    if (calls % 10 !== 0) throw new Error('now and then');
    return null;
  });
  for (let index = 0; index < 40; index += 1) await bench.feed(`${index}`);
  expect(bench.lost).toEqual([]);
});

test('a step that hangs is given up, the picture goes on, and its late answer is not shown', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.plug(bench.drawing(gate.closed));
  for (let index = 0; index < 20; index += 1) await bench.feed(`${index}`);
  expect(bench.lost).toHaveLength(1);
  expect(bench.written.at(-1)).toBe('19');
  gate.open();
  await bench.settle();
  expect(bench.written.some((name) => name.startsWith('drawn'))).toBe(false);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('after a hang another step can be plugged in', async () => {
  const bench = createBench();
  bench.pump.plug(() => new Promise(() => {}));
  for (let index = 0; index < 20; index += 1) await bench.feed(`${index}`);
  bench.pump.plug(bench.drawing());
  await bench.feed('again');
  expect(bench.written.at(-1)).toBe('drawn again');
});

test('the end of the camera and the end of the call are told apart', async () => {
  const ended = createBench();
  await ended.feed(null);
  expect(ended.ends).toEqual([true]);

  const stopped = createBench({ refuseWrites: true });
  await stopped.feed('a');
  await stopped.feed('b');
  expect(stopped.ends).toEqual([false]);
  expect(stopped.frames.every(({ closed }) => closed === 1)).toBe(true);
});

const isPlain = (name: string) => !/^(drawn|covered)/.test(name);

test('before the first word no frame leaves; then the newest one does, and none of the older', async () => {
  const bench = createBench({ guard: null });
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual([]);
  bench.pump.guard('open');
  await bench.feed('d');
  expect(bench.written).toEqual(['c', 'd']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('closed and without a step, every frame is covered', async () => {
  const bench = createBench({ guard: null });
  await bench.feed('a');
  bench.pump.guard('closed');
  await bench.feed('b');
  expect(bench.written).toEqual(['covered a', 'covered b']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('closed, what a step that does not hide the face would draw is not seen, not even the frame it works on', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.plug(bench.drawing(gate.closed));
  await bench.feed('a');
  bench.pump.guard('closed');
  gate.open();
  await bench.settle();
  await bench.feed('b');
  expect(bench.written).toEqual(['covered a', 'covered b']);
  bench.pump.plug(bench.drawing(), 'closed');
  await bench.feed('c');
  expect(bench.written.at(-1)).toBe('drawn c');
});

const failing: Step = () => Promise.reject(new Error('no'));
const nothing: Step = async () => null;
const hanging: Step = () => new Promise(() => {});

test.each([
  ['fails', failing],
  ['has nothing to draw', nothing],
  ['hangs', hanging],
])('closed, a step that %s never lets a plain frame out', async (_, step) => {
  for (const guard of ['open', 'closed'] as const) {
    const bench = createBench({ guard });
    bench.pump.plug(step, 'closed');
    // A third of a second: while the step is plugged in, it is its own word that counts.
    for (let index = 0; index < 9; index += 1) await bench.feed(`${index}`);
    expect(bench.written.filter(isPlain)).toEqual([]);
    if (guard === 'open') continue;
    for (let index = 9; index < 40; index += 1) await bench.feed(`${index}`);
    expect(bench.written.filter(isPlain)).toEqual([]);
    expect(bench.written.length).toBeGreaterThan(20);
  }
});

test('a frame that can be neither shown nor covered is left out, and the next one is tried again', async () => {
  const bench = createBench({ guard: 'closed' });
  bench.failCovering(true);
  await bench.feed('a');
  bench.failCovering(false);
  await bench.feed('b');
  expect(bench.written).toEqual(['covered b']);
});

test('a page whose thread was blocked does not make its step hang', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.plug(bench.drawing(gate.closed));
  await bench.feed('a');
  await bench.feed('b', 2000);
  await bench.feed('c');
  gate.open();
  await bench.settle();
  expect(bench.lost).toEqual([]);
  expect(bench.written).toEqual(['drawn a', 'drawn c']);
});

test.each([60, 30, 10])(
  'at %i frames a second a step that hangs stops the picture for half a second at most',
  async (fps) => {
    const bench = createBench();
    bench.pump.plug(hanging);
    let waitedMs = 0;
    for (let index = 0; bench.written.length === 0; index += 1) {
      await bench.feed(`${index}`, 1000 / fps);
      waitedMs = (index * 1000) / fps;
    }
    expect(waitedMs).toBeLessThanOrEqual(500);
    expect(bench.lost).toHaveLength(1);
  },
);
