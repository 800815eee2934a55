import { expect, test } from 'vitest';
import { createBench, createGate } from '../../tests/pump-bench.ts';

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

test('a step that hangs is given up also when the camera gives no third frame while two are held', async () => {
  const bench = createBench();
  bench.pump.plug(() => new Promise(() => {}));
  await bench.feed('a');
  await bench.feed('b');
  await bench.pass(300);
  expect(bench.lost).toEqual([]);
  await bench.pass(100);
  expect(bench.lost).toHaveLength(1);
  expect(bench.written).toEqual(['b']);
  expect(bench.frames.map(({ closed }) => closed)).toEqual([1, 1]);
});

test('a step that was plugged in while another hung is not given up for it', async () => {
  const bench = createBench();
  bench.pump.plug(() => new Promise(() => {}));
  await bench.feed('a');
  bench.pump.plug(bench.drawing());
  await bench.feed('b');
  await bench.pass(400);
  expect(bench.lost).toEqual([]);
  expect(bench.written).toEqual(['drawn b']);
});

test('a timer that comes late gives the step one more, and not for ever', async () => {
  const bench = createBench();
  bench.pump.plug(() => new Promise(() => {}));
  await bench.feed('a');
  await bench.feed('b');
  await bench.pass(2000);
  expect(bench.lost).toEqual([]);
  await bench.pass(1000);
  expect(bench.lost).toHaveLength(1);
});

test('a timer that was set for an earlier frame gives up no later one', async () => {
  const bench = createBench();
  const gates = [createGate(), createGate()];
  let drawn = 0;
  bench.pump.plug((...frame) => bench.drawing(gates[drawn++ % 2]?.closed)(...frame));
  await bench.feed('a');
  await bench.feed('b');
  gates[0]?.open();
  await bench.settle();
  await bench.pass(400);
  expect(bench.lost).toEqual([]);
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
