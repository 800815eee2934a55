import { expect, test } from 'vitest';
import { createBench, createGate } from '../../tests/fakes/pump-bench.ts';

test('without a transform every frame passes as it is', async () => {
  const bench = createBench();
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual(['a', 'b', 'c']);
});

test('with a transform the sink gets what the transform drew, and every frame is closed once', async () => {
  const bench = createBench();
  bench.pump.setTransform(bench.drawing());
  for (const name of ['a', 'b']) await bench.feed(name);
  expect(bench.written).toEqual(['drawn a', 'drawn b']);
  expect(bench.frames.map(({ closed }) => closed)).toEqual([1, 1, 1, 1]);
});

test('while a transform works, the newest frame waits and the older one is dropped', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.setTransform(bench.drawing(gate.closed));
  for (const name of ['a', 'b', 'c']) await bench.feed(name);
  expect(bench.written).toEqual([]);
  gate.open();
  await bench.settle();
  expect(bench.written).toEqual(['drawn a', 'drawn c']);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('frames leave in the order in which they came, also when the transform is taken out meanwhile', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.setTransform(bench.drawing(gate.closed));
  await bench.feed('a');
  bench.pump.setTransform(null);
  await bench.feed('b');
  gate.open();
  await bench.settle();
  expect(bench.written).toEqual(['drawn a', 'b']);
});

test('a transform that fails lets the frame pass, and is taken out when it does not stop failing', async () => {
  const bench = createBench();
  const reason = new Error('no');
  bench.pump.setTransform(() => Promise.reject(reason));
  for (let index = 0; index < 12; index += 1) await bench.feed(`${index}`);
  expect(bench.written).toEqual(Array.from({ length: 12 }, (_, index) => `${index}`));
  expect(bench.lost).toEqual([reason]);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('one success between failures keeps the transform', async () => {
  const bench = createBench();
  let calls = 0;
  bench.pump.setTransform(async () => {
    calls += 1;
    if (calls % 10 !== 0) throw new Error('now and then');
    return null;
  });
  for (let index = 0; index < 40; index += 1) await bench.feed(`${index}`);
  expect(bench.lost).toEqual([]);
});

test('a transform that is late once is worn on: the picture goes on meanwhile, and its late drawing is not shown', async () => {
  const bench = createBench();
  const gate = createGate();
  bench.pump.setTransform(bench.drawing(gate.closed));
  for (let index = 0; index < 20; index += 1) await bench.feed(`${index}`);
  expect(bench.written.at(-1)).toBe('19');
  gate.open();
  await bench.settle();
  expect(bench.written.some((name) => name.startsWith('drawn'))).toBe(false);
  await bench.feed('20');
  expect(bench.written.at(-1)).toBe('drawn 20');
  expect(bench.lost).toEqual([]);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('a transform that hangs is lost after two seconds, in which the picture has gone on', async () => {
  const bench = createBench();
  bench.pump.setTransform(() => new Promise(() => {}));
  for (let index = 0; index < 58; index += 1) await bench.feed(`${index}`);
  expect(bench.lost).toEqual([]);
  expect(bench.written.length).toBeGreaterThan(45);
  for (let index = 58; index < 70; index += 1) await bench.feed(`${index}`);
  expect(bench.lost).toHaveLength(1);
  expect(bench.written.at(-1)).toBe('69');
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
});

test('a transform that is late again and again is lost; not one that is late now and then', async () => {
  for (const [framesInTime, losses] of [
    [5, 1],
    [40, 0],
  ] as const) {
    const bench = createBench();
    let gate = createGate();
    bench.pump.setTransform((...frame) => bench.drawing(gate.closed)(...frame));
    for (let turn = 0; turn < 4; turn += 1) {
      gate = createGate();
      for (let index = 0; index < 15; index += 1) await bench.feed('slow');
      gate.open();
      for (let index = 0; index < framesInTime; index += 1) await bench.feed('fast');
    }
    expect(bench.lost).toHaveLength(losses);
  }
});

test('a late transform gets no second frame before it has answered, also when it is set anew', async () => {
  const bench = createBench();
  let frames = 0;
  const hanging = () => {
    frames += 1;
    return new Promise<null>(() => {});
  };
  bench.pump.setTransform(hanging);
  for (let index = 0; index < 15; index += 1) await bench.feed(`${index}`);
  bench.pump.setTransform(hanging);
  await bench.feed('15');
  expect(frames).toBe(1);
  expect(bench.written.at(-1)).toBe('15');
});

test('after a hang another transform can be set', async () => {
  const bench = createBench();
  bench.pump.setTransform(() => new Promise(() => {}));
  for (let index = 0; index < 20; index += 1) await bench.feed(`${index}`);
  bench.pump.setTransform(bench.drawing());
  await bench.feed('again');
  expect(bench.written.at(-1)).toBe('drawn again');
  await bench.pass(2000);
  await bench.pass(2000);
  expect(bench.lost).toEqual([]);
});

test.each([
  [2, 'b'],
  [1, 'a'],
])('a hang is noticed also when the camera gives no more frames while %i are held', async (held, shown) => {
  const bench = createBench();
  bench.pump.setTransform(() => new Promise(() => {}));
  for (const name of ['a', 'b'].slice(0, held)) await bench.feed(name);
  await bench.pass(200);
  expect(bench.written).toEqual([]);
  await bench.pass(100);
  expect(bench.written).toEqual([shown]);
  expect(bench.frames.every(({ closed }) => closed === 1)).toBe(true);
  expect(bench.lost).toEqual([]);
  await bench.pass(1701);
  expect(bench.lost).toHaveLength(1);
});

test('a transform that was set while another hung is not given up for it', async () => {
  const bench = createBench();
  bench.pump.setTransform(() => new Promise(() => {}));
  await bench.feed('a');
  bench.pump.setTransform(bench.drawing());
  await bench.feed('b');
  await bench.pass(300);
  expect(bench.written).toEqual(['drawn b']);
  await bench.pass(2000);
  expect(bench.lost).toEqual([]);
});

test('a timer that comes late gives the transform one more, and not for ever', async () => {
  const bench = createBench();
  bench.pump.setTransform(() => new Promise(() => {}));
  await bench.feed('a');
  await bench.feed('b');
  await bench.pass(2000);
  expect(bench.written).toEqual([]);
  await bench.pass(300);
  expect(bench.written).toEqual(['b']);
});

test('a timer that was set for an earlier frame gives up no later one', async () => {
  const bench = createBench();
  const gates = [createGate(), createGate()];
  let drawn = 0;
  bench.pump.setTransform((...frame) => bench.drawing(gates[drawn++ % 2]?.closed)(...frame));
  await bench.feed('a');
  await bench.feed('b');
  gates[0]?.open();
  await bench.settle();
  await bench.pass(280);
  gates[1]?.open();
  await bench.settle();
  expect(bench.written).toEqual(['drawn a', 'drawn b']);
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
