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

test('an older choice that is ready late is not put on', async () => {
  const bench = createWearBench();
  bench.choose('slow');
  await bench.putOn('quick');
  await bench.makeReady('slow');
  expect(bench.told).toEqual([wears('quick')]);
  expect(bench.set).toHaveLength(1);
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
  await bench.makeReady('hat');
  expect(bench.told).toEqual([wears()]);
  expect(bench.set.every(({ transform }) => transform === null)).toBe(true);
});

test('what is worn stays on while the next look is prepared, and goes when that comes', async () => {
  const bench = createWearBench();
  await bench.putOn('hat');
  bench.choose('bow');
  await bench.beginFrame().end();
  expect(bench.frames.at(-1)?.look).toBe('hat');
  await bench.makeReady('bow');
  expect(bench.beginFrame().look).toBe('bow');
});

test('a failure takes off what is worn, voids what is prepared, and is told once', async () => {
  const bench = createWearBench();
  await bench.putOn('hat');
  bench.choose('bow');
  bench.worn.fail('render-failed');
  await bench.makeReady('bow');
  expect(bench.told).toEqual([wears('hat'), { type: 'problem', problem: 'render-failed' }]);
  expect(bench.set.at(-1)?.transform).toBeNull();
});

test.each([
  ['with its own problem', new ProblemError('filter-invalid'), 'filter-invalid'],
  ['for any other reason', new Error('bad table'), 'render-failed'],
])('a look that cannot be prepared fails %s', async (_, why, problem) => {
  const bench = createWearBench();
  await bench.putOn('hat');
  bench.choose('bow');
  await bench.refuse('bow', why);
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem });
  expect(bench.set.at(-1)?.transform).toBeNull();
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

test('heads can never be detected: the reason is told', async () => {
  const bench = createWearBench({ headsReady: Promise.reject(new ProblemError('wasm-refused')) });
  await bench.putOn('hat');
  expect(bench.told).toEqual([{ type: 'problem', problem: 'wasm-refused' }]);
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

const KIND = { widthPx: 640, heightPx: 480, matrix: 'bt601', fullRange: false } as const;

test('what was made for other frames is made again for those that come, once at a time, and the next look for them at once', async () => {
  const bench = createWearBench();
  await bench.putOn('banner', 'grade');
  void bench.worn.refit(KIND);
  void bench.worn.refit(KIND);
  expect(bench.asked).toEqual([
    { id: 'banner', madeFor: null },
    { id: 'banner', madeFor: KIND },
  ]);
  expect(bench.set).toHaveLength(1);
  await bench.makeReady('banner', 'grade');
  expect(bench.set).toHaveLength(2);
  expect(bench.told, 'nothing has changed for who chose it').toEqual([wears('banner')]);
  bench.choose('bow');
  expect(bench.asked.at(-1)).toEqual({ id: 'bow', madeFor: KIND });
});

test('a look that is made again when another was chosen, or cannot be, changes nothing', async () => {
  const bench = createWearBench();
  await bench.putOn('banner', 'grade');
  void bench.worn.refit(KIND);
  await bench.refuse('banner', new Error('no'));
  expect(bench.set).toHaveLength(1);
  void bench.worn.refit(KIND);
  const again = bench.set.length;
  bench.choose(null);
  await settlePromises();
  await bench.makeReady('banner', 'grade');
  expect(bench.set.slice(again).every(({ transform }) => transform === null)).toBe(true);
  expect(bench.told.at(-1)).toEqual(wears());
});

test('a look that is made again while another is being chosen is not put over it', async () => {
  const bench = createWearBench();
  await bench.putOn('banner', 'grade');
  bench.choose('bow');
  void bench.worn.refit(KIND);
  await bench.makeReady('bow', 'grade');
  const put = bench.set.length;
  await bench.makeReady('banner', 'grade');
  expect(bench.set).toHaveLength(put);
  expect(bench.told.at(-1)).toEqual(wears('bow'));
});

test('transforms of what the user chose are named by it, so that another camera that wears the same knows it', async () => {
  const [one, other] = [createWearBench(), createWearBench()];
  await one.putOn('banner');
  await other.putOn('bow');
  await other.putOn('banner');
  expect(other.set.at(-1)?.look).toBe(one.set.at(-1)?.look);
  expect(other.set.at(-2)?.look).not.toBe(one.set.at(-1)?.look);
});
