import { expect, test } from 'vitest';
import { createDeferred, settlePromises } from '../../tests/fakes/looks.ts';
import { createWearBench, wears } from '../../tests/fakes/wear-bench.ts';
import { ProblemError } from '../shared/problem.ts';

test('the camera is closed while a look is prepared: nothing is told', async () => {
  const bench = createWearBench();
  bench.choose('hat');
  bench.closing.abort();
  await bench.makeReady('hat');
  expect([bench.told, bench.set]).toEqual([[], []]);
});

test('the camera is closed while a look waits for the engine, or is refused: nothing is told', async () => {
  const heads = createDeferred();
  const bench = createWearBench({ headsReady: heads.promise });
  await bench.putOn('hat');
  bench.closing.abort();
  heads.reject(new ProblemError('engine-silent'));
  await settlePromises();
  expect([bench.told, bench.set]).toEqual([[], []]);
});

test('after the camera is closed neither a choice nor a failure touches what another pipeline has put there', async () => {
  const bench = createWearBench();
  await bench.putOn('hat');
  bench.closing.abort();
  bench.worn.fail('render-failed');
  bench.worn.failWithoutEngine('engine-silent');
  bench.choose(null);
  bench.choose('bow');
  await bench.makeReady('bow');
  expect(bench.set).toHaveLength(1);
  expect(bench.told).toEqual([wears('hat')]);
});
