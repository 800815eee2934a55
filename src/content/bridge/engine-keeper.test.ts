import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engineOfPort, TestEngine } from '../../../tests/fakes/engine.ts';
import { ProblemError } from '../../shared/problem.ts';
import { createEngineKeeper, ENGINE_KEPT_MS } from './engine-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createBench() {
  const engines: TestEngine[] = [];
  const keeper = createEngineKeeper(() => {
    const engine = new TestEngine();
    engines.push(engine);
    return engine;
  });
  return { keeper, engines, areThere: () => engines.map((engine) => engine.isThere()) };
}

test('cameras share one engine, and each has a session of its own', async () => {
  const { keeper, engines } = createBench();
  const opening = [keeper.connect(1), keeper.connect(2)];
  engines[0]?.load();
  const ports = await Promise.all(opening);
  expect(engines).toHaveLength(1);
  expect(new Set(ports).size).toBe(2);
});

test('the session that was opened ahead is the first camera’s alone', async () => {
  const { keeper, engines } = createBench();
  const opening = keeper.connectAhead();
  void keeper.connectAhead();
  engines[0]?.load();
  await opening;
  expect(engines[0]?.ports).toHaveLength(1);
  const ports = [await keeper.connect(1), await keeper.connect(2)];
  expect(ports).toEqual(engines[0]?.ports);
  expect(engines).toHaveLength(1);
});

test('a camera that opens while the session ahead is opened waits for that one', async () => {
  const { keeper, engines } = createBench();
  const ahead = keeper.connectAhead();
  const opening = keeper.connect(1);
  engines[0]?.load();
  await Promise.all([ahead, opening]);
  expect(engines[0]?.ports).toHaveLength(1);
  await keeper.connect(2);
  expect(engines[0]?.ports, 'it is not given twice').toHaveLength(2);
});

test('an engine that the page took out is replaced, with the session that was opened ahead', async () => {
  const { keeper, engines } = createBench();
  const ahead = keeper.connectAhead();
  engines[0]?.load();
  await ahead;
  engines[0]?.dispose();
  const opening = keeper.connect(1);
  engines[1]?.load();
  expect(engineOfPort(await opening)).toBe(engines[1]);
});

test('a session ahead that cannot be opened is none, and nobody hears of it', async () => {
  const { keeper, engines } = createBench();
  const ahead = keeper.connectAhead();
  engines[0]?.fail(new ProblemError('engine-silent'));
  await ahead;
  // The camera hears it, and its complaint brings a new engine.
  await expect(keeper.connect(1)).rejects.toMatchObject({ problem: 'engine-silent' });
  keeper.blame(1, 'engine-silent');
  const opening = keeper.connect(1);
  engines[1]?.load();
  expect(engineOfPort(await opening)).toBe(engines[1]);
});

test('a session ahead that failed is not given to a camera, which opens one of its own', async () => {
  const { keeper, engines } = createBench();
  const ahead = keeper.connectAhead();
  const [engine] = engines;
  if (!engine) throw new Error('expected an engine');
  engine.refusal = new ProblemError('engine-silent');
  engine.load();
  await ahead;
  expect(engineOfPort(await keeper.connect(1))).toBe(engine);
});

test('a fault of an engine disposes that engine, and one of an old engine does not dispose the new one', async () => {
  const { keeper, engines, areThere } = createBench();
  const opening = [keeper.connect(1), keeper.connect(2)];
  engines[0]?.load();
  await Promise.all(opening);
  keeper.blame(1, 'engine-silent');
  expect(areThere()).toEqual([false]);
  void keeper.connect(1);
  // The second camera's pipeline still speaks to the old one, and notices only now.
  keeper.blame(2, 'engine-silent');
  expect(areThere()).toEqual([false, true]);
  keeper.blame(1, 'model-corrupt');
  expect(areThere()).toEqual([false, false]);
});

test('an engine that is only late stays, and the next try waits for the same; one that is given up is replaced', async () => {
  const { keeper, engines, areThere } = createBench();
  void keeper.connect(1);
  const [engine] = engines;
  if (!engine) throw new Error('expected an engine');
  engine.isLate = true;
  keeper.blame(1, 'engine-silent');
  expect(areThere()).toEqual([true]);
  const again = keeper.connect(1);
  engine.load();
  expect(engineOfPort(await again)).toBe(engine);
  engine.isLate = false;
  keeper.blame(1, 'engine-silent');
  expect(areThere()).toEqual([false]);
});

test('what is no fault of the engine, or of a camera that is forgotten, leaves it there', () => {
  const { keeper, areThere } = createBench();
  void keeper.connect(1);
  keeper.blame(1, 'render-failed');
  keeper.forget(1);
  keeper.blame(1, 'engine-silent');
  expect(areThere()).toEqual([true]);
});

test('without a camera the engine is kept for a while, and a camera within it keeps it', () => {
  const { keeper, areThere } = createBench();
  void keeper.connect(1);
  keeper.keepForAWhile();
  vi.advanceTimersByTime(ENGINE_KEPT_MS - 1);
  keeper.keep();
  vi.advanceTimersByTime(10 * ENGINE_KEPT_MS);
  expect(areThere()).toEqual([true]);
  keeper.keepForAWhile();
  vi.advanceTimersByTime(ENGINE_KEPT_MS - 1);
  expect(areThere()).toEqual([true]);
  vi.advanceTimersByTime(1);
  expect(areThere()).toEqual([false]);
});

test('a session ahead of an engine that was disposed meanwhile is not given to anybody', async () => {
  const { keeper, engines } = createBench();
  const ahead = keeper.connectAhead();
  keeper.dispose();
  const opening = keeper.connect(1);
  engines[0]?.load();
  engines[1]?.load();
  await ahead;
  expect(engineOfPort(await opening)).toBe(engines[1]);
});
