import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { face } from '../../tests/fakes/faces.ts';
import {
  createDeferred,
  createTestLook,
  settlePromises,
  type TestLook,
  type TestLookKind,
} from '../../tests/fakes/looks.ts';
import { cameraFrame, TestVideoFrame } from '../../tests/fakes/video-frame.ts';
import { FILTERS } from '../filters/catalogue/index.ts';
import type { Moment } from '../render/paint/heads/moment.ts';
import type { PreparedLook } from '../render/prepared-look.ts';
import type { DetectedFace, FromEngine, ToEngine } from '../shared/engine-protocol.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { FromPipeline } from '../shared/pipeline-protocol.ts';
import type { FrameTransform, PipelinePort } from './frame-step.ts';
import { processTrack } from './process-track.ts';

const FRAME_US = 33_333;
const FACE = face([0, 0, -50]);

beforeEach(() => {
  TestVideoFrame.open.clear();
  vi.stubGlobal('VideoFrame', TestVideoFrame);
});
const closings: AbortController[] = [];
afterEach(() => {
  for (const closing of closings.splice(0)) closing.abort();
  vi.unstubAllGlobals();
});

function createPort(hear: (message: unknown) => void) {
  const port: PipelinePort & { closed: number } = {
    closed: 0,
    onmessage: null,
    postMessage: hear,
    close() {
      port.closed += 1;
    },
  };
  const say = (data: unknown) => port.onmessage?.call(null as never, { data } as MessageEvent);
  return { port, say };
}

/** A whole pipeline: this test is its engine, its bridge, its pump and its painter. The clock goes by frames. */
function createBench() {
  const told: FromPipeline[] = [];
  const samples: Extract<ToEngine, { type: 'sample' }>[] = [];
  const looks: TestLook[] = [];
  const painted: { readonly look: string; readonly heads: Moment['heads'] }[] = [];
  const rendering = {
    kind: 'worn' as TestLookKind,
    gate: Promise.resolve() as Promise<unknown>,
  };
  const engine = createPort((message) => samples.push(message as (typeof samples)[number]));
  const control = createPort((message) => told.push(message as FromPipeline));
  const closing = new AbortController();
  closings.push(closing);
  let slot: { transform: FrameTransform; failMode: FailMode | undefined } | null = null;
  let nextInput: ((frame: VideoFrame) => void) | null = null;
  let frame = 0;

  const pipeline = processTrack(
    {
      ...{ engine: engine.port, control: control.port, signal: closing.signal, thread: 'worker' },
      device: 'camera',
      asPort: (port) => port,
      slot: {
        setTransform(transform, failMode) {
          slot = transform && { transform, failMode };
        },
        onNextInput(use) {
          nextInput = use;
        },
      },
    },
    {
      createPreparerClient: () => ({
        async prepare({ filters }) {
          const look = createTestLook(rendering.kind, `look ${looks.length + 1}`);
          looks.push(look);
          await rendering.gate;
          return { look, filterIds: filters.map((filter) => (filter as { id: string }).id) };
        },
      }),
      createPainter: () => ({
        paint: (_, { heads }, look: PreparedLook) =>
          void painted.push({ look: (look as TestLook).name, heads }),
      }),
      now: () => (frame * FRAME_US) / 1000,
    },
  );

  return {
    ...{ pipeline, told, samples, looks, painted, rendering, engine, control, closing },
    failMode: () => slot?.failMode,
    say: (message: FromEngine) => engine.say(message),
    async wear(filterIds: string[] | null) {
      const filters = filterIds?.map((id) => FILTERS.find((filter) => filter.id === id) ?? { id });
      const wearing = filters && { filters, intensity: {}, otherFaces: null, texts: {} };
      control.say({ type: 'wear', wearing });
      await settlePromises();
    },
    /** Answers the newest sample. */
    answer(faces: readonly DetectedFace[]) {
      const { sequence, timestampUs } = samples.at(-1)!;
      const stagesMs = { sample: 1, net: 1, decode: 0, pose: 0 };
      engine.say({ type: 'faces', sequence, timestampUs, faces, stagesMs });
    },
    /** The camera's next frame, as the pump treats it. */
    async pass(pixelsReady?: Promise<unknown>): Promise<'drawn' | 'not drawn' | 'untouched'> {
      frame += 1;
      const use = nextInput;
      nextInput = null;
      use?.(cameraFrame(frame * FRAME_US));
      const given = cameraFrame(frame * FRAME_US, pixelsReady);
      const drawn = await slot?.transform(given, (frame * FRAME_US) / 1000, frame);
      given.close();
      drawn?.close();
      await settlePromises();
      if (drawn === undefined) return 'untouched';
      return drawn ? 'drawn' : 'not drawn';
    },
  };
}

test('from the choice to the drawn frame: heads are detected ahead, and the first drawn frame has them', async () => {
  const bench = createBench();
  bench.say({ type: 'ready' });
  const prepared = createDeferred();
  bench.rendering.gate = prepared.promise;
  await bench.wear(['glasses']);
  for (let frame = 0; frame < 12; frame += 1) {
    expect(await bench.pass()).toBe('untouched');
    bench.answer([FACE]);
  }
  prepared.resolve();
  await settlePromises();
  expect(bench.told).toEqual([{ type: 'wearing', filterIds: ['glasses'] }]);
  expect(await bench.pass()).toBe('drawn');
  expect(bench.painted).toHaveLength(1);
  expect(bench.painted[0]?.heads).toHaveLength(1);
  expect(TestVideoFrame.open.size).toBe(0);
});

test('a look that may not show a face is blank until heads were detected, and again when the engine falls silent', async () => {
  const bench = createBench();
  bench.rendering.kind = 'closed hide';
  bench.say({ type: 'ready' });
  await bench.wear(['pixelated-face']);
  expect(bench.failMode()).toBe('closed');
  expect(await bench.pass()).toBe('not drawn');
  bench.answer([FACE]);
  const after = [];
  for (let frame = 0; frame < 20; frame += 1) after.push(await bench.pass());
  // The answer is of the first frame, and holds for the half second of fifteen frames.
  expect(after.lastIndexOf('drawn')).toBe(14);
  expect(after.slice(0, 15)).not.toContain('not drawn');
});

test('the next look comes on with its own frame', async () => {
  const bench = createBench();
  bench.rendering.kind = 'grade';
  await bench.wear(['sepia']);
  await bench.pass();
  await bench.wear(['cool']);
  await bench.pass();
  expect(bench.painted.map(({ look }) => look)).toEqual(['look 1', 'look 2']);
});

test('an engine that fails takes off what needs heads, and says why', async () => {
  const bench = createBench();
  bench.say({ type: 'ready' });
  await bench.wear(['glasses']);
  bench.say({ type: 'problem', problem: 'engine-silent' });
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'engine-silent' });
  expect(await bench.pass()).toBe('untouched');
});

test('a transform that the pump took out is told as a failure', async () => {
  const bench = createBench();
  bench.rendering.kind = 'grade';
  await bench.wear(['sepia']);
  bench.pipeline.onTransformLost('late');
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'render-failed' });
});

test('once a second the figures are told, with the level and the thread', async () => {
  const bench = createBench();
  bench.rendering.kind = 'grade';
  await bench.wear(['sepia']);
  for (let frame = 0; frame < 65; frame += 1) await bench.pass();
  const figures = bench.told.flatMap((message) => (message.type === 'figures' ? message.figures : []));
  expect(figures).toHaveLength(2);
  expect(figures[0]).toMatchObject({ widthPx: 4, heightPx: 2, level: 0, thread: 'worker', tooSlow: false });
  expect(figures[0]?.fpsOut).toBeCloseTo(30, 0);
});

test('the camera is closed: ports go, and the frame under way is not painted', async () => {
  const bench = createBench();
  bench.rendering.kind = 'closed hide';
  bench.say({ type: 'ready' });
  await bench.wear(['pixelated-face']);
  await bench.pass();
  bench.answer([FACE]);
  const pixels = createDeferred();
  const passing = bench.pass(pixels.promise);
  bench.closing.abort();
  pixels.resolve();
  expect(await passing).toBe('not drawn');
  expect(bench.painted).toEqual([]);
  expect([bench.engine.port.closed, bench.control.port.closed]).toEqual([1, 1]);
});

test('the camera is closed while a look is prepared: it is not put on, and nothing is told', async () => {
  const bench = createBench();
  const prepared = createDeferred();
  bench.rendering.gate = prepared.promise;
  await bench.wear(['glasses']);
  bench.closing.abort();
  prepared.resolve();
  await settlePromises();
  expect(bench.told).toEqual([]);
  expect(await bench.pass()).toBe('untouched');
});

test('the camera is closed while a look waits for the engine: nothing is told', async () => {
  const bench = createBench();
  await bench.wear(['glasses']);
  bench.closing.abort();
  await settlePromises();
  expect(bench.told).toEqual([]);
  expect(await bench.pass()).toBe('untouched');
});
