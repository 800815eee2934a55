import { expect, test } from 'vitest';
import {
  createDeferred,
  createTestLook,
  settlePromises,
  type TestLook,
  type TestLookKind,
} from '../../tests/fakes/test-looks.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { FromPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import { ProblemError } from '../shared/problem.ts';
import type { FrameTransform } from './frame-step.ts';
import { WearLook } from './wear-look.ts';

/** Looks are named after the one filter that is chosen; each is prepared when the test says so. */
function createBench({ headsReady = Promise.resolve() as Promise<void> } = {}) {
  const closing = new AbortController();
  const told: FromPipeline[] = [];
  const preparing = new Map<string, ReturnType<typeof createDeferred<TestLook>>>();
  const set: { transform: FrameTransform | null; failMode: FailMode | undefined }[] = [];
  const frames: { readonly look: string; finish(): void }[] = [];
  let isAheadWanted = () => false;
  const worn = new WearLook({
    slot: { setTransform: (transform, failMode) => void set.push({ transform, failMode }) },
    tell: (message) => void told.push(message),
    prepare({ filterIds: [name = ''] }: Wearing) {
      const deferred = createDeferred<TestLook>();
      preparing.set(name, deferred);
      return deferred.promise;
    },
    headsReady,
    draw: (look) => async () => {
      const done = createDeferred();
      frames.push({ look: (look as TestLook).name, finish: () => done.resolve() });
      await done.promise;
      return null;
    },
    detectAhead: (isWanted) => {
      isAheadWanted = isWanted;
    },
    signal: closing.signal,
  });
  const bench = {
    ...{ worn, told, set, frames, closing },
    isAheadWanted: () => isAheadWanted(),
    choose(name: string | null) {
      const wearing =
        name === null ? null : { filterIds: [name], intensity: {}, otherFaces: null, texts: {} };
      void worn.wear(wearing);
    },
    async makeReady(name: string, kind: TestLookKind = 'worn') {
      const look = createTestLook(kind, name);
      preparing.get(name)?.resolve(look);
      await settlePromises();
      return look;
    },
    async refuse(name: string, why: unknown) {
      preparing.get(name)?.reject(why);
      await settlePromises();
    },
    async putOn(name: string, kind?: TestLookKind) {
      bench.choose(name);
      return bench.makeReady(name, kind);
    },
    /** The pump gives a frame to what it was given last. */
    beginFrame() {
      void set.at(-1)?.transform?.({} as VideoFrame, 0, 1);
      const begun = frames.at(-1);
      if (!begun) throw new Error('expected a frame to begin, and none did');
      return {
        look: begun.look,
        async end() {
          begun.finish();
          await settlePromises();
        },
      };
    },
  };
  return bench;
}

const wearing = (...filterIds: string[]): FromPipeline => ({ type: 'wearing', filterIds });

test('what is chosen is put on when it is prepared, with its fail mode, and told', async () => {
  const bench = createBench();
  bench.choose('bag');
  await settlePromises();
  expect(bench.set).toEqual([]);
  await bench.makeReady('bag', 'closed hide');
  expect(bench.set).toMatchObject([{ failMode: 'closed' }]);
  expect(bench.told).toEqual([wearing('bag')]);
  bench.choose(null);
  await settlePromises();
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect(bench.told.at(-1)).toEqual(wearing());
});

test('an older choice that is ready late is disposed and not put on', async () => {
  const bench = createBench();
  bench.choose('slow');
  const quick = await bench.putOn('quick');
  const slow = await bench.makeReady('slow');
  expect(bench.told).toEqual([wearing('quick')]);
  expect(bench.set).toHaveLength(1);
  expect([slow.disposals, quick.disposals]).toEqual([1, 0]);
});

test('an older choice that is refused late takes nothing off and is not told', async () => {
  const bench = createBench();
  bench.choose('slow');
  await bench.putOn('quick');
  await bench.refuse('slow', new Error('no'));
  expect(bench.told).toEqual([wearing('quick')]);
  expect(bench.beginFrame().look).toBe('quick');
});

test('nothing is chosen while a look is prepared: it is never put on', async () => {
  const bench = createBench();
  bench.choose('hat');
  bench.choose(null);
  const hat = await bench.makeReady('hat');
  expect(bench.told).toEqual([wearing()]);
  expect(bench.set.every(({ transform }) => transform === null)).toBe(true);
  expect(hat.disposals).toBe(1);
});

test('what is worn stays on while the next look is prepared, and goes when that comes', async () => {
  const bench = createBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  await bench.beginFrame().end();
  expect([bench.frames.at(-1)?.look, hat.disposals]).toEqual(['hat', 0]);
  await bench.makeReady('bow');
  expect(bench.beginFrame().look).toBe('bow');
  expect(hat.disposals).toBe(1);
});

test('a look is not disposed while its last frame is under way, whatever is put on meanwhile', async () => {
  const bench = createBench();
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
  const bench = createBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  bench.worn.fail('render-failed');
  const bow = await bench.makeReady('bow');
  expect(bench.told).toEqual([wearing('hat'), { type: 'problem', problem: 'render-failed' }]);
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect([hat.disposals, bow.disposals]).toEqual([1, 1]);
});

test('a failure in the middle of a frame leaves its look until the frame has ended', async () => {
  const bench = createBench();
  const hat = await bench.putOn('hat');
  const frame = bench.beginFrame();
  bench.worn.fail('render-failed');
  expect(hat.disposals).toBe(0);
  await frame.end();
  expect(hat.disposals).toBe(1);
});

test.each([
  ['with its own problem', new ProblemError('webgl-missing'), 'webgl-missing'],
  ['for any other reason', new Error('bad table'), 'render-failed'],
])('a look that cannot be prepared fails %s', async (_, why, problem) => {
  const bench = createBench();
  const hat = await bench.putOn('hat');
  bench.choose('bow');
  await bench.refuse('bow', why);
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem });
  expect(bench.set.at(-1)?.transform).toBeNull();
  expect(hat.disposals).toBe(1);
});

test('what needs heads waits until they can be detected; a grade does not', async () => {
  const heads = createDeferred();
  const bench = createBench({ headsReady: heads.promise });
  await bench.putOn('film', 'grade');
  expect(bench.told).toEqual([wearing('film')]);
  await bench.putOn('hat');
  expect(bench.told).toEqual([wearing('film')]);
  heads.resolve();
  await settlePromises();
  expect(bench.told.at(-1)).toEqual(wearing('hat'));
});

test('heads can never be detected: what was prepared is disposed, and the reason is told', async () => {
  const bench = createBench({ headsReady: Promise.reject(new ProblemError('wasm-refused')) });
  const hat = await bench.putOn('hat');
  expect(bench.told).toEqual([{ type: 'problem', problem: 'wasm-refused' }]);
  expect(hat.disposals).toBe(1);
});

test('without the engine a look that needs heads comes off, and a grade goes on', async () => {
  const bench = createBench();
  await bench.putOn('film', 'grade');
  bench.worn.failWithoutEngine('engine-silent');
  expect(bench.told).toEqual([wearing('film')]);
  await bench.putOn('hat');
  bench.worn.failWithoutEngine('engine-silent');
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'engine-silent' });
});

test('heads are detected ahead for as long as a look is prepared that may need them', async () => {
  const bench = createBench();
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

test('the camera is closed while a look is prepared: it is disposed, and nothing is told', async () => {
  const bench = createBench();
  bench.choose('hat');
  bench.closing.abort();
  const hat = await bench.makeReady('hat');
  expect(hat.disposals).toBe(1);
  expect([bench.told, bench.set]).toEqual([[], []]);
});

test('the camera is closed while a look waits for the engine, or is refused: nothing is told', async () => {
  const heads = createDeferred();
  const bench = createBench({ headsReady: heads.promise });
  const hat = await bench.putOn('hat');
  bench.closing.abort();
  heads.reject(new ProblemError('engine-silent'));
  await settlePromises();
  expect(hat.disposals).toBe(1);
  expect([bench.told, bench.set]).toEqual([[], []]);
});

test('the camera is closed: what is worn is disposed, after the frame that is under way', async () => {
  const idle = createBench();
  const bow = await idle.putOn('bow');
  idle.closing.abort();
  expect(bow.disposals).toBe(1);
  const bench = createBench();
  const hat = await bench.putOn('hat');
  const frame = bench.beginFrame();
  bench.closing.abort();
  expect(hat.disposals).toBe(0);
  await frame.end();
  expect(hat.disposals).toBe(1);
});

test('after the camera is closed neither a choice nor a failure touches what another pipeline has put there', async () => {
  const bench = createBench();
  await bench.putOn('hat');
  bench.closing.abort();
  bench.worn.fail('render-failed');
  bench.worn.failWithoutEngine('engine-silent');
  bench.choose(null);
  bench.choose('bow');
  await bench.makeReady('bow');
  expect(bench.set).toHaveLength(1);
  expect(bench.told).toEqual([wearing('hat')]);
});
