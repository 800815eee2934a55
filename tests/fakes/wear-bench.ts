/** Looks put on by hand: the pump, the preparing and the bridge are the test. */

import type { FrameTransform } from '../../src/pipeline/frame-step.ts';
import { WearLook } from '../../src/pipeline/wear-look.ts';
import type { FailMode } from '../../src/shared/fail-mode.ts';
import type { FromPipeline } from '../../src/shared/pipeline-protocol.ts';
import type { FrameKind } from '../../src/shared/preparer-protocol.ts';
import { createDeferred, createTestLook, settlePromises, type TestLook, type TestLookKind } from './looks.ts';

const HOW = { intensity: {}, otherFaces: null, texts: {} };

/** A filter whose look can be told by its name. */
const declared = (id: string) => ({ id });

/** Looks are named after the one filter that is chosen; each is prepared when the test says so. */
export function createWearBench({ headsReady = Promise.resolve() as Promise<void> } = {}) {
  const closing = new AbortController();
  const told: FromPipeline[] = [];
  const preparing = new Map<string, ReturnType<typeof createDeferred<TestLook>>>();
  const asked: { readonly id: string; readonly madeFor: FrameKind | null }[] = [];
  const set: {
    transform: FrameTransform | null;
    failMode: FailMode | undefined;
    look: string | undefined;
  }[] = [];
  const frames: { readonly look: string; finish(): void }[] = [];
  let isAheadWanted = () => false;
  const worn = new WearLook({
    slot: { setTransform: (transform, failMode, look) => void set.push({ transform, failMode, look }) },
    tell: (message) => void told.push(message),
    async prepare({ filters }, madeFor) {
      const { id } = filters[0] as ReturnType<typeof declared>;
      const deferred = createDeferred<TestLook>();
      preparing.set(id, deferred);
      asked.push({ id, madeFor });
      return { look: await deferred.promise, filterIds: [id] };
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
    ...{ worn, told, asked, set, frames, closing },
    isAheadWanted: () => isAheadWanted(),
    choose(name: string | null) {
      const wearing = name === null ? null : { filters: [declared(name)], ...HOW };
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

/** What the pipeline tells when it wears these; none: nothing. */
export const wears = (...filterIds: string[]): FromPipeline => ({ type: 'wearing', filterIds });
