import { expect, test } from 'vitest';
import { createDeferred, settlePromises } from '../../tests/fakes/looks.ts';
import { createWearBench, wears } from '../../tests/fakes/wear-bench.ts';
import { ProblemError } from '../shared/problem.ts';

test('what is chosen is put on when it is prepared, with its fail mode, and told', async () => {
  const bench = createWearBench();
  bench.choose('bag');
  await settlePromises();
  expect(bench.set).toEqual([]);
  await bench.makeReady('bag', 'closed hide');
  expect(bench.set).toMatchObject([{ failMode: 'closed' }]);
  expect(bench.told).toEqual([wears('bag')]);
  bench.choose(null);
  await settlePromises();
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect(bench.told.at(-1)).toEqual(wears());
});

test('an older choice that is ready late is disposed and not put on', async () => {
  const bench = createWearBench();
  bench.choose('slow');
  const quick = await bench.putOn('quick');
  const slow = await bench.makeReady('slow');
  expect(bench.told).toEqual([wears('quick')]);
  expect(bench.set).toHaveLength(1);
  expect([slow.disposals, quick.disposals]).toEqual([1, 0]);
});

test('an older choice that is refused late takes nothing off and is not told', async () => {
  const bench = createWearBench();
  bench.choose('slow');
  await bench.putOn('quick');
  await bench.refuse('slow', new Error('no'));
  expect(bench.told).toEqual([wears('quick')]);
  expect(bench.beginFrame().look).toBe('quick');
});

test('nothing is chosen while a look is prepared: it is never put on', async () => {
  const bench = createWearBench();
  bench.choose('hat');
  bench.choose(null);
  const hat = await bench.makeReady('hat');
  expect(bench.told).toEqual([wears()]);
  expect(bench.set.every(({ transform }) => transform === null)).toBe(true);
  expect(hat.disposals).toBe(1);
});

test('what is worn stays on while the next look is prepared, and goes when that comes', async () => {
  const bench = createWearBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  await bench.beginFrame().end();
  expect([bench.frames.at(-1)?.look, hat.disposals]).toEqual(['hat', 0]);
  await bench.makeReady('bow');
  expect(bench.beginFrame().look).toBe('bow');
  expect(hat.disposals).toBe(1);
});

test('a look is not disposed while its last frame is under way, whatever is put on meanwhile', async () => {
  const bench = createWearBench();
  const hat = await bench.putOn('hat');
  const last = bench.beginFrame();
  const bow = await bench.putOn('bow');
  expect(hat.disposals).toBe(0);
  await bench.putOn('crown');
  expect([hat.disposals, bow.disposals]).toEqual([0, 1]);
  // The pump has given the late frame up and goes on with the next look.
  const first = bench.beginFrame();
  expect(first.look).toBe('crown');
  expect(hat.disposals).toBe(0);
  await last.end();
  expect(hat.disposals).toBe(1);
  await first.end();
});

test('a failure takes off what is worn, voids what is prepared, and is told once', async () => {
  const bench = createWearBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  bench.worn.fail('render-failed');
  const bow = await bench.makeReady('bow');
  expect(bench.told).toEqual([wears('hat'), { type: 'problem', problem: 'render-failed' }]);
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect([hat.disposals, bow.disposals]).toEqual([1, 1]);
});

test('a failure in the middle of a frame leaves its look until the frame has ended', async () => {
  const bench = createWearBench();
  const hat = await bench.putOn('hat');
  const frame = bench.beginFrame();
  bench.worn.fail('render-failed');
  expect(hat.disposals).toBe(0);
  await frame.end();
  expect(hat.disposals).toBe(1);
});

test.each([
  ['with its own problem', new ProblemError('filter-invalid'), 'filter-invalid'],
  ['for any other reason', new Error('bad table'), 'render-failed'],
])('a look that cannot be prepared fails %s', async (_, why, problem) => {
  const bench = createWearBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  await bench.refuse('bow', why);
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem });
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect(hat.disposals).toBe(1);
});

test('what needs heads waits until they can be detected; a grade does not', async () => {
  const heads = createDeferred();
  const bench = createWearBench({ headsReady: heads.promise });
  await bench.putOn('film', 'grade');
  expect(bench.told).toEqual([wears('film')]);
  await bench.putOn('hat');
  expect(bench.told).toEqual([wears('film')]);
  heads.resolve();
  await settlePromises();
  expect(bench.told.at(-1)).toEqual(wears('hat'));
});

test('heads can never be detected: what was prepared is disposed, and the reason is told', async () => {
  const bench = createWearBench({ headsReady: Promise.reject(new ProblemError('wasm-refused')) });
  const hat = await bench.putOn('hat');
  expect(bench.told).toEqual([{ type: 'problem', problem: 'wasm-refused' }]);
  expect(hat.disposals).toBe(1);
});

test('without the engine a look that needs heads comes off, and a grade goes on', async () => {
  const bench = createWearBench();
  await bench.putOn('film', 'grade');
  bench.worn.failWithoutEngine('engine-silent');
  expect(bench.told).toEqual([wears('film')]);
  await bench.putOn('hat');
  bench.worn.failWithoutEngine('engine-silent');
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'engine-silent' });
});

test('heads are detected ahead for as long as a look is prepared that may need them', async () => {
  const bench = createWearBench();
  bench.choose('hat');
  expect(bench.isAheadWanted()).toBe(true);
  await bench.makeReady('hat');
  expect(bench.isAheadWanted(), 'its own frames are sent from now on').toBe(false);
  bench.choose('bow');
  expect(bench.isAheadWanted(), 'those of the hat are').toBe(false);
  bench.choose(null);
  await settlePromises();
  bench.choose('crown');
  expect(bench.isAheadWanted()).toBe(true);
  bench.closing.abort();
  expect(bench.isAheadWanted()).toBe(false);
});
