import { expect, test } from 'vitest';
import { createFramePump, type PumpOptions } from './frame-pump.ts';

/** A frame that counts how often it is closed, its copies apart. */
function createFrame(name: string) {
  const frame = {
    name,
    closed: 0,
    copies: [] as { readonly name: string }[],
    clone() {
      const copy = createFrame(`copy of ${name}`);
      frame.copies.push(copy);
      return copy;
    },
    close() {
      frame.closed += 1;
    },
  };
  return frame;
}
type Frame = ReturnType<typeof createFrame>;

function createBench({ holdsBack = () => false }: Pick<Partial<PumpOptions>, 'holdsBack'> = {}) {
  const frames: Frame[] = [];
  let deliver: (frame: VideoFrame) => void = () => {};
  const pump = createFramePump({
    source: {
      start(onFrame) {
        deliver = onFrame;
      },
    },
    sink: { write: async (frame) => frame.close(), end() {} },
    onTransformLost() {},
    onEnd() {},
    holdsBack,
  });
  pump.setFailMode('open');
  return {
    pump,
    frames,
    async feed(name: string) {
      const frame = createFrame(name);
      frames.push(frame);
      deliver(frame as unknown as VideoFrame);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('who asks for the next output gets a copy of it and of no other, and the frame itself is written', async () => {
  const bench = createBench();
  const seen: string[] = [];
  await bench.feed('a');
  bench.pump.onNextOutput((frame) => seen.push((frame as unknown as Frame).name));
  await bench.feed('b');
  await bench.feed('c');
  expect(seen).toEqual(['copy of b']);
  expect(bench.frames.map(({ closed }) => closed)).toEqual([1, 1, 1]);
});

test('without anyone who asks nothing is copied; of two the later gets it', async () => {
  const bench = createBench();
  const seen: string[] = [];
  bench.pump.onNextOutput(() => seen.push('first'));
  bench.pump.onNextOutput(() => seen.push('second'));
  await bench.feed('a');
  await bench.feed('b');
  expect(seen).toEqual(['second']);
  expect(bench.frames.map(({ copies }) => copies.length)).toEqual([1, 0]);
});

test('what a transform draws is what is seen', async () => {
  const bench = createBench();
  const seen: string[] = [];
  bench.pump.setTransform(async () => createFrame('drawn') as unknown as VideoFrame);
  bench.pump.onNextOutput((frame) => seen.push((frame as unknown as Frame).name));
  await bench.feed('a');
  expect(seen).toEqual(['copy of drawn']);
});

test('who asks for the next input gets a copy of it, also of one that is never written', async () => {
  let isWithheld = true;
  const bench = createBench({ holdsBack: () => isWithheld });
  const seen: string[] = [];
  const written: string[] = [];
  const nameOf = (frame: unknown) => (frame as Frame).name;
  bench.pump.onNextInput((frame) => seen.push(nameOf(frame)));
  bench.pump.onNextOutput((frame) => written.push(nameOf(frame)));
  await bench.feed('a');
  await bench.feed('b');
  isWithheld = false;
  bench.pump.onNextInput((frame) => seen.push(nameOf(frame)));
  await bench.feed('c');
  expect(seen).toEqual(['copy of a', 'copy of c']);
  expect(written).toEqual(['copy of c']);
  expect(bench.frames.map(({ closed }) => closed)).toEqual([1, 1, 1]);
});
