import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engineOfPort, TestEngine } from '../../../tests/fakes/test-engine.ts';
import { createDeferred } from '../../../tests/fakes/test-looks.ts';
import type { ToHook } from '../../shared/hook-protocol.ts';
import type { FromPipeline, ToPipeline, Wearing } from '../../shared/pipeline-protocol.ts';
import { createBridge } from './create-bridge.ts';
import { ENGINE_KEPT_MS } from './engine-keeper.ts';
import type { StatusChange } from './report-status.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  vi.useRealTimers();
});

const wearing = (...filterIds: string[]): Wearing => ({
  filterIds,
  intensity: {},
  otherFaces: null,
  texts: {},
});
const GLASSES = wearing('glasses');
const BAG = wearing('paper-bag');

/** Ports take a few turns; nothing here waits for time. */
async function settle() {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A bridge whose hook, pipelines, engine, settings and popup are this test. */
function createBench({ loadsAtOnce = true } = {}) {
  const told: ToHook[] = [];
  const engines: TestEngine[] = [];
  const statuses: Partial<StatusChange>[] = [];
  /** Of each pipeline that was started: its camera, its engine, what it was told. */
  const pipelines: {
    readonly cameraId: number;
    readonly engine: TestEngine;
    readonly worn: (Wearing | null)[];
    say(message: FromPipeline): Promise<void>;
  }[] = [];
  const state = {
    choice: GLASSES as Wearing | null,
    isThere: true,
    injections: 0,
    injecting: Promise.resolve() as Promise<void>,
    /** When set, the next reading of the choice waits for it. */
    reading: null as Promise<unknown> | null,
  };
  const listeners = new Set<() => void>();
  const bridge = createBridge({
    tellHook(message, handed = []) {
      told.push(message);
      if (message.type !== 'attach') return;
      const [engine, control] = handed;
      if (!engine || !control) throw new Error('expected two ports');
      const worn: (Wearing | null)[] = [];
      control.onmessage = ({ data }: MessageEvent<ToPipeline>) => void worn.push(data.wearing);
      ports.push(control);
      pipelines.push({
        ...{ cameraId: message.cameraId, engine: engineOfPort(engine), worn },
        async say(said) {
          control.postMessage(said);
          await settle();
        },
      });
    },
    status: { set: (change) => void statuses.push(change) },
    createEngine() {
      const engine = new TestEngine();
      if (loadsAtOnce) engine.load();
      engines.push(engine);
      return engine;
    },
    injectPipeline() {
      state.injections += 1;
      return state.injecting;
    },
    encodeFrame: async () => 'picture',
    isExtensionThere: () => state.isThere,
    async readChoice() {
      const { choice, reading } = state;
      state.reading = null;
      await reading;
      return choice;
    },
    onSettingsChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  });
  return {
    ...{ bridge, told, engines, statuses, pipelines, state, listeners },
    /** All that the popup knows. */
    status: (): Partial<StatusChange> => Object.assign({}, ...statuses),
    failModes: () =>
      told.flatMap((message) =>
        message.type === 'fail-mode' ? [`${message.cameraId} ${message.failMode} ${message.wears}`] : [],
      ),
    async ask() {
      bridge.hear({ type: 'camera-asked' });
      await settle();
    },
    async open(cameraId: number, needsClock = false) {
      bridge.hear({ type: 'camera-opened', cameraId, needsClock });
      await settle();
    },
    async close(cameraId: number) {
      bridge.hear({ type: 'camera-closed', cameraId });
      await settle();
    },
    async choose(choice: Wearing | null) {
      state.choice = choice;
      for (const listener of listeners) listener();
      await settle();
    },
    async pass(ms: number) {
      vi.advanceTimersByTime(ms);
      await settle();
    },
  };
}

test('a camera with nothing chosen: a word for its frames, and nothing is built', async () => {
  const bench = createBench();
  bench.state.choice = null;
  await bench.ask();
  await bench.open(1);
  expect(bench.failModes()).toEqual(['1 open false']);
  expect([bench.engines.length, bench.state.injections, bench.pipelines.length]).toEqual([0, 0, 0]);
});

test('a camera with a filter: its fail mode is told before a pipeline comes, and the pipeline what to wear', async () => {
  const bench = createBench();
  bench.state.choice = BAG;
  await bench.open(1);
  expect(bench.told.map(({ type }) => type)).toEqual(['fail-mode', 'attach']);
  expect(bench.failModes()).toEqual(['1 closed true']);
  expect(bench.pipelines[0]?.worn).toEqual([BAG]);
  await bench.pipelines[0]?.say({ type: 'wearing', filterIds: BAG.filterIds });
  expect(bench.status()).toMatchObject({ camera: 'open', filterOn: true, failMode: 'closed' });
});

test('when a camera is asked for, engine and program are fetched once and used by the camera', async () => {
  const bench = createBench();
  await bench.ask();
  expect([bench.engines[0]?.ports.length, bench.state.injections]).toEqual([1, 1]);
  await bench.open(1);
  await bench.open(2);
  expect([bench.engines.length, bench.engines[0]?.ports.length, bench.state.injections]).toEqual([1, 2, 1]);
  expect(bench.pipelines.map(({ cameraId }) => cameraId)).toEqual([1, 2]);
});

test('an engine that was fetched for a camera which never opened goes after a while', async () => {
  const bench = createBench();
  await bench.ask();
  bench.bridge.hear({ type: 'camera-refused', errorName: 'NotAllowedError' });
  expect(bench.status()).toMatchObject({ camera: 'refused', problem: 'camera-denied' });
  await bench.pass(ENGINE_KEPT_MS);
  expect(bench.engines[0]?.isThere()).toBe(false);
});

test('a program that cannot be injected is a problem, and is tried again', async () => {
  const bench = createBench();
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
  const bench = createBench();
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
  const bench = createBench();
  await bench.ask();
  bench.bridge.onUnload();
  expect(bench.engines[0]?.isThere()).toBe(false);
  await bench.open(1);
  bench.bridge.onUnload();
  expect(bench.engines[1]?.isThere()).toBe(true);
});

test('an engine that is lost is replaced; a camera that still speaks to the old one does not cost the new one', async () => {
  const bench = createBench();
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

test('the camera is closed while the choice is read: no word and no pipeline for it', async () => {
  const bench = createBench();
  const reading = createDeferred();
  bench.state.reading = reading.promise;
  await bench.open(1);
  await bench.close(1);
  reading.resolve();
  await settle();
  expect(bench.told).toEqual([]);
  expect(bench.status()).toMatchObject({ camera: 'none', filterOn: false });
});

test('the camera is closed while the engine connects: the session is closed, and nothing is attached', async () => {
  const bench = createBench({ loadsAtOnce: false });
  await bench.open(1);
  await bench.close(1);
  bench.engines[0]?.load();
  await settle();
  expect(bench.pipelines).toEqual([]);
  expect(bench.engines[0]?.ports).toMatchObject([{ isClosed: true }]);
  expect(bench.status()).toMatchObject({ camera: 'none', problem: null });
});

test('the camera is closed while the program is injected: nothing is attached', async () => {
  const bench = createBench();
  const injecting = createDeferred();
  bench.state.injecting = injecting.promise;
  await bench.open(1);
  await bench.close(1);
  injecting.resolve();
  await settle();
  expect(bench.pipelines).toEqual([]);
  expect(bench.engines[0]?.ports).toMatchObject([{ isClosed: true }]);
});

test('the camera is closed: its pipeline takes all off, and nothing is heard of it any more', async () => {
  const bench = createBench();
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
  const bench = createBench({ loadsAtOnce: false });
  await bench.open(1);
  await bench.choose(BAG);
  bench.engines[0]?.load();
  await settle();
  expect(bench.pipelines[0]?.worn).toEqual([BAG]);
  expect(bench.failModes()).toEqual(['1 open true', '1 closed true']);
});

test('a choice that is read late does not take the place of a newer one', async () => {
  const bench = createBench();
  const reading = createDeferred();
  bench.state.reading = reading.promise;
  bench.state.choice = GLASSES;
  await bench.open(1);
  await bench.choose(BAG);
  expect(bench.failModes()).toEqual(['1 closed true']);
  reading.resolve();
  await settle();
  expect(bench.failModes().every((mode) => mode === '1 closed true')).toBe(true);
  for (const worn of bench.pipelines[0]?.worn ?? []) expect(worn).toEqual(BAG);
});

test('a filter that does not hide the face is off in the status as soon as one that does is chosen', async () => {
  const bench = createBench();
  await bench.open(1);
  await bench.pipelines[0]?.say({ type: 'wearing', filterIds: ['glasses'] });
  expect(bench.status().filterOn).toBe(true);
  await bench.choose(BAG);
  expect(bench.status()).toMatchObject({ filterOn: false, failMode: 'closed' });
});

test('every camera is told of a choice', async () => {
  const bench = createBench();
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
  const bench = createBench({ loadsAtOnce: false });
  bench.state.choice = null;
  await bench.open(1, true);
  await bench.open(2, true);
  await bench.close(2);
  bench.engines[0]?.load();
  await settle();
  expect(bench.told.filter(({ type }) => type === 'clock')).toEqual([{ type: 'clock', cameraId: 1 }]);
  expect(bench.engines[0]?.ports.map(({ isClosed }) => isClosed)).toEqual([false, true]);
});

test('the extension goes: what is worn comes off, the engine too, and later cameras get a word all the same', async () => {
  const bench = createBench();
  await bench.open(1);
  bench.state.isThere = false;
  bench.bridge.leave();
  await settle();
  expect(bench.pipelines[0]?.worn).toEqual([GLASSES, null]);
  expect(bench.engines[0]?.isThere()).toBe(false);
  await bench.close(1);
  await bench.open(2);
  expect(bench.failModes().at(-1)).toBe('2 open true');
  expect([bench.pipelines.length, bench.listeners.size]).toEqual([1, 0]);
});

test('a picture is of the newest camera and for the newest wish; a frame that nobody wants is closed', async () => {
  const bench = createBench();
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
  await settle();
  expect(answers).toEqual(['newer picture']);
  expect(close).toHaveBeenCalledTimes(1);
});
