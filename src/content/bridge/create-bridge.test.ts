import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  BAG,
  closePorts,
  createBridgeBench,
  GLASSES,
  HAT,
  settlePorts,
} from '../../../tests/fakes/bridge-bench.ts';
import { createDeferred } from '../../../tests/fakes/looks.ts';
import { FIRST_WAIT_MS } from './back-off.ts';
import { ENGINE_KEPT_MS } from './engine-keeper.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  closePorts();
  vi.useRealTimers();
});

test('a camera with nothing chosen: a word for its frames, and nothing is built', async () => {
  const bench = createBridgeBench();
  bench.state.choice = null;
  await bench.ask();
  await bench.open(1);
  expect(bench.failModes()).toEqual(['1 open false']);
  expect([bench.engines.length, bench.state.injections, bench.pipelines.length]).toEqual([0, 0, 0]);
});

test('a camera with a filter: its fail mode is told before a pipeline comes, and the pipeline what to wear', async () => {
  const bench = createBridgeBench();
  bench.state.choice = BAG;
  await bench.open(1);
  expect(bench.told.map(({ type }) => type)).toEqual(['fail-mode', 'attach']);
  expect(bench.failModes()).toEqual(['1 closed true']);
  expect(bench.pipelines[0]?.worn).toEqual([BAG]);
  await bench.pipelines[0]?.say({ type: 'wearing', filterIds: ['paper-bag'] });
  expect(bench.status()).toMatchObject({ camera: 'open', filterOn: true, failMode: 'closed' });
});

test('when a camera is asked for, engine and program are fetched once and used by the camera', async () => {
  const bench = createBridgeBench();
  await bench.ask();
  expect([bench.engines[0]?.ports.length, bench.state.injections]).toEqual([1, 1]);
  await bench.open(1);
  await bench.open(2);
  expect([bench.engines.length, bench.engines[0]?.ports.length, bench.state.injections]).toEqual([1, 2, 1]);
  expect(bench.pipelines.map(({ cameraId }) => cameraId)).toEqual([1, 2]);
});

test('an engine that was fetched for a camera which never opened goes after a while', async () => {
  const bench = createBridgeBench();
  await bench.ask();
  bench.bridge.hear({ type: 'camera-refused', errorName: 'NotAllowedError' });
  expect(bench.status()).toMatchObject({ camera: 'refused', problem: 'camera-denied' });
  await bench.pass(ENGINE_KEPT_MS);
  expect(bench.engines[0]?.isThere()).toBe(false);
});

test('a program that cannot be injected is a problem, and is tried again', async () => {
  const bench = createBridgeBench();
  bench.state.injecting = Promise.reject(new Error('no'));
  bench.state.injecting.catch(() => {});
  await bench.open(1);
  expect(bench.status().problem).toBe('renderer-refused');
  bench.state.injecting = Promise.resolve();
  await bench.pass(1000);
  expect(bench.state.injections).toBe(2);
  expect(bench.pipelines[0]?.worn).toEqual([GLASSES]);
});

test('the engine is kept over cameras that close and open in a row, and goes when none comes', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.close(1);
  await bench.pass(ENGINE_KEPT_MS - 1);
  await bench.open(2);
  await bench.pass(ENGINE_KEPT_MS);
  expect(bench.pipelines[1]?.engine).toBe(bench.engines[0]);
  expect(bench.engines[0]?.isThere()).toBe(true);
  await bench.close(2);
  await bench.pass(ENGINE_KEPT_MS);
  expect(bench.engines[0]?.isThere()).toBe(false);
});

test('a document that may be left has no engine without a camera, and keeps it with one', async () => {
  const bench = createBridgeBench();
  await bench.ask();
  bench.bridge.onUnload();
  expect(bench.engines[0]?.isThere()).toBe(false);
  await bench.open(1);
  bench.bridge.onUnload();
  expect(bench.engines[1]?.isThere()).toBe(true);
});

test('an engine that is lost is replaced; a camera that still speaks to the old one does not cost the new one', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.open(2);
  await bench.pipelines[0]?.say({ type: 'problem', problem: 'engine-silent' });
  expect(bench.engines[0]?.isThere()).toBe(false);
  await bench.pass(1000);
  expect(bench.pipelines[2]).toMatchObject({ cameraId: 1, engine: bench.engines[1] });
  await bench.pipelines[1]?.say({ type: 'problem', problem: 'engine-silent' });
  expect(bench.engines.map((engine) => engine.isThere())).toEqual([false, true]);
  await bench.pass(1000);
  expect(bench.pipelines[3]).toMatchObject({ cameraId: 2, engine: bench.engines[1] });
});

test('a filter that does not hide the face is off in the status as soon as one that does is chosen', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.pipelines[0]?.say({ type: 'wearing', filterIds: ['glasses'] });
  expect(bench.status().filterOn).toBe(true);
  await bench.choose(BAG);
  expect(bench.status()).toMatchObject({ filterOn: false, failMode: 'closed' });
});

test('what was worn before is not on again by a word that comes late, until the next is', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  const [pipeline] = bench.pipelines;
  await pipeline?.say({ type: 'wearing', filterIds: ['glasses'] });
  const asking = createDeferred();
  bench.state.declaring = asking.promise;
  await bench.choose(BAG);
  await pipeline?.say({ type: 'wearing', filterIds: ['glasses'] });
  expect(bench.status()).toMatchObject({ filterOn: false, failMode: 'closed' });
  asking.resolve();
  await settlePorts();
  await pipeline?.say({ type: 'wearing', filterIds: ['paper-bag'] });
  expect(bench.status()).toMatchObject({ filterOn: true, failMode: 'closed' });
});

test('declarations that cannot be asked for take nothing off that does not hide too little', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  const [pipeline] = bench.pipelines;
  await pipeline?.say({ type: 'wearing', filterIds: ['glasses'] });
  bench.state.declaring = Promise.reject(new Error('asleep'));
  bench.state.declaring.catch(() => {});
  await bench.choose(HAT);
  expect(pipeline?.worn).toEqual([GLASSES]);
  expect(bench.status()).toMatchObject({ filterOn: true, problem: null });
  bench.state.declaring = Promise.resolve();
  await bench.pass(FIRST_WAIT_MS);
  expect(pipeline?.worn).toEqual([GLASSES, HAT]);
});

test('a document is blank as long as one of its cameras is', async () => {
  const bench = createBridgeBench();
  bench.state.choice = BAG;
  await bench.open(1);
  await bench.open(2);
  await bench.pipelines[0]?.say({ type: 'wearing', filterIds: ['paper-bag'] });
  expect(bench.status()).toMatchObject({ filterOn: false, failMode: 'closed' });
  await bench.close(2);
  expect(bench.status()).toMatchObject({ filterOn: true });
});

test('a session whose program cannot be injected is closed', async () => {
  const bench = createBridgeBench();
  bench.state.injecting = Promise.reject(new Error('no'));
  bench.state.injecting.catch(() => {});
  await bench.open(1);
  await settlePorts();
  expect(bench.engines[0]?.ports).toMatchObject([{ isClosed: true }]);
});

test('every camera is told of a choice', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.open(2);
  await bench.choose(null);
  expect(bench.failModes()).toEqual(['1 open true', '2 open true', '1 open false', '2 open false']);
  expect(bench.pipelines.map(({ worn }) => worn)).toEqual([
    [GLASSES, null],
    [GLASSES, null],
  ]);
});

test('a camera without a clock of its own has a session that ticks, unless it is closed before', async () => {
  const bench = createBridgeBench({ loadsAtOnce: false });
  bench.state.choice = null;
  await bench.open(1, true);
  await bench.open(2, true);
  await bench.close(2);
  bench.engines[0]?.load();
  await settlePorts();
  expect(bench.told.filter(({ type }) => type === 'clock')).toEqual([{ type: 'clock', cameraId: 1 }]);
  expect(bench.engines[0]?.ports.map(({ isClosed }) => isClosed)).toEqual([false, true]);
});

test('the extension goes: what is worn comes off, the engine too, and later cameras get a word all the same', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  bench.state.isThere = false;
  bench.bridge.leave();
  await settlePorts();
  expect(bench.pipelines[0]?.worn).toEqual([GLASSES, null]);
  expect(bench.engines[0]?.isThere()).toBe(false);
  await bench.close(1);
  await bench.open(2);
  expect(bench.failModes().at(-1)).toBe('2 open true');
  expect([bench.pipelines.length, bench.listeners.size]).toEqual([1, 0]);
});

test('a picture is of the newest camera and for the newest wish; a frame that nobody wants is closed', async () => {
  const bench = createBridgeBench();
  await bench.open(1);
  await bench.open(2);
  const answers: string[] = [];
  const wish = (name: string) =>
    bench.bridge.onSnapshotWanted({
      request: { type: 'snapshot', document: 'a', widthPx: null, mime: 'image/png' },
      answer: (base64) => void answers.push(`${name} ${base64}`),
    });
  wish('older');
  wish('newer');
  expect(bench.told.filter(({ type }) => type === 'snapshot')).toEqual([
    { type: 'snapshot', cameraId: 2 },
    { type: 'snapshot', cameraId: 2 },
  ]);
  const close = vi.fn();
  const frame = { close } as unknown as VideoFrame;
  bench.bridge.hear({ type: 'snapshot', cameraId: 2, frame });
  bench.bridge.hear({ type: 'snapshot', cameraId: 2, frame });
  await settlePorts();
  expect(answers).toEqual(['newer picture']);
  expect(close).toHaveBeenCalledTimes(1);
});
