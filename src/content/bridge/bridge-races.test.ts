import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  BAG,
  closePorts,
  createBridgeBench,
  GLASSES,
  settlePorts,
} from '../../../tests/fakes/bridge-bench.ts';
import { createDeferred } from '../../../tests/fakes/looks.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  closePorts();
  vi.useRealTimers();
});

test('the camera is closed while the choice is read: no word and no pipeline for it', async () => {
  const bench = createBridgeBench();
  const reading = createDeferred();
  bench.state.reading = reading.promise;
  await bench.open(1);
  await bench.close(1);
  reading.resolve();
  await settlePorts();
  expect(bench.told).toEqual([]);
  expect(bench.status()).toMatchObject({ camera: 'none', filterOn: false });
});

test('the camera is closed while the engine connects: the session is closed, and nothing is attached', async () => {
  const bench = createBridgeBench({ loadsAtOnce: false });
  await bench.open(1);
  await bench.close(1);
  bench.engines[0]?.load();
  await settlePorts();
  expect(bench.pipelines).toEqual([]);
  expect(bench.engines[0]?.ports).toMatchObject([{ isClosed: true }]);
  expect(bench.status()).toMatchObject({ camera: 'none', problem: null });
});

test('the camera is closed while the program is injected: nothing is attached', async () => {
  const bench = createBridgeBench();
  const injecting = createDeferred();
  bench.state.injecting = injecting.promise;
  await bench.open(1);
  await bench.close(1);
  injecting.resolve();
  await settlePorts();
  expect(bench.pipelines).toEqual([]);
  expect(bench.engines[0]?.ports).toMatchObject([{ isClosed: true }]);
});

test('the camera is closed: its pipeline takes all off, and nothing is heard of it any more', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.close(1);
  expect(bench.pipelines[0]?.worn).toEqual([GLASSES, null]);
  const before = bench.statuses.length;
  await bench.pipelines[0]?.say({ type: 'problem', problem: 'engine-silent' });
  expect(bench.statuses).toHaveLength(before);
  expect(bench.engines[0]?.isThere()).toBe(true);
  expect(bench.listeners.size, 'settings are not listened to without a camera').toBe(0);
});

test('the choice changes while the pipeline starts: it is told the newest alone', async () => {
  const bench = createBridgeBench({ loadsAtOnce: false });
  await bench.open(1);
  await bench.choose(BAG);
  bench.engines[0]?.load();
  await settlePorts();
  expect(bench.pipelines[0]?.worn).toEqual([BAG]);
  expect(bench.failModes()).toEqual(['1 open true', '1 closed true']);
});

test('a choice that is read late does not take the place of a newer one', async () => {
  const bench = createBridgeBench();
  const reading = createDeferred();
  bench.state.reading = reading.promise;
  bench.state.choice = GLASSES;
  await bench.open(1);
  await bench.choose(BAG);
  expect(bench.failModes()).toEqual(['1 closed true']);
  reading.resolve();
  await settlePorts();
  expect(bench.failModes().every((mode) => mode === '1 closed true')).toBe(true);
  for (const worn of bench.pipelines[0]?.worn ?? []) expect(worn).toEqual(BAG);
});
