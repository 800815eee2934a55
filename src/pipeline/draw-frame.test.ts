import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeferred, createTestLook, type TestLookKind } from '../../tests/fakes/looks.ts';
import { cameraFrame, TestVideoFrame } from '../../tests/fakes/video-frame.ts';
import type { Moment } from '../render/paint/heads/moment.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import type { TrackedHead } from '../tracking/head-tracks.ts';
import { createDrawing, type DrawingOptions } from './draw-frame.ts';

const NEVER = Number.NEGATIVE_INFINITY;
const HEAD = { id: 1 } as TrackedHead;
const FRAME_US = 10_000_000;

beforeEach(() => {
  TestVideoFrame.open.clear();
  vi.stubGlobal('VideoFrame', TestVideoFrame);
});
afterEach(() => vi.unstubAllGlobals());

function createBench(
  kind: TestLookKind,
  { detectedUs = NEVER, heads = [] as TrackedHead[], fits = (): boolean => true } = {},
) {
  const steps: string[] = [];
  const closing = new AbortController();
  const moments: Moment[] = [];
  const misfits: FrameKind[] = [];
  const stages: DrawingOptions = {
    engine: { detectedUs, offer: () => steps.push('offer') },
    heads: { predict: () => heads, unconfirmed: () => [] },
    painter: {
      paint(_, moment) {
        moments.push(moment);
        steps.push('paint');
      },
    },
    adaptation: { now: { shareOfACore: 1, bothWays: true, scanEveryUs: 0, fineEdges: true } },
    timings: { begin() {}, lap() {}, end() {} },
    onMisfit: (kind) => void misfits.push(kind),
    signal: closing.signal,
  };
  const transform = createDrawing({ ...createTestLook(kind), fits }, stages);
  return {
    ...{ steps, closing, stages, moments, misfits },
    async draw(pixelsReady?: Promise<unknown>): Promise<'drawn' | 'blank'> {
      const frame = cameraFrame(FRAME_US, pixelsReady);
      try {
        const drawn = await transform(frame, 0, 1);
        drawn?.close();
        if (drawn) expect(drawn.timestamp).toBe(FRAME_US);
        return drawn ? 'drawn' : 'blank';
      } finally {
        frame.close();
      }
    },
  };
}

test('nothing is done before the pixels are copied, and they are sent before they are painted on', async () => {
  const bench = createBench('worn', { heads: [HEAD] });
  const pixels = createDeferred();
  const drawing = bench.draw(pixels.promise);
  expect(bench.steps).toEqual([]);
  pixels.resolve();
  expect(await drawing).toBe('drawn');
  expect(bench.steps).toEqual(['offer', 'paint']);
  expect(bench.moments).toMatchObject([{ timestampUs: FRAME_US, heads: [HEAD], samplesAPixel: 4 }]);
});

test.each<[TestLookKind, string, { detectedUs?: number; heads?: TrackedHead[] }, 'drawn' | 'blank']>([
  ['grade', 'no detection at all', {}, 'drawn'],
  ['worn', 'no detection at all', {}, 'drawn'],
  ['worn', 'no head', { detectedUs: FRAME_US }, 'drawn'],
  ['closed hide', 'no detection yet', {}, 'blank'],
  ['closed hide', 'a detection that found nobody', { detectedUs: FRAME_US }, 'drawn'],
  ['closed hide', 'a detection half a second ago', { detectedUs: FRAME_US - 500_000 }, 'drawn'],
  ['closed hide', 'a detection longer ago', { detectedUs: FRAME_US - 500_001, heads: [HEAD] }, 'blank'],
  ['closed worn', 'no detection yet', { heads: [HEAD] }, 'blank'],
  ['closed worn', 'no head', { detectedUs: FRAME_US }, 'blank'],
  ['closed worn', 'a head', { detectedUs: FRAME_US, heads: [HEAD] }, 'drawn'],
  ['closed worn', 'a head detected too long ago', { detectedUs: FRAME_US - 500_001, heads: [HEAD] }, 'blank'],
])('a look that is %s, with %s: %4$s', async (kind, _, state, expected) => {
  const bench = createBench(kind, state);
  expect(await bench.draw()).toBe(expected);
  // Where nothing is painted heads are looked for all the same, or the picture would stay blank.
  expect(bench.steps.includes('offer')).toBe(kind !== 'grade');
  expect(bench.steps.includes('paint')).toBe(expected === 'drawn');
});

test('a frame that cannot be painted, or not be read, fails as a whole and leaves nothing open', async () => {
  const bench = createBench('worn');
  await expect(bench.draw(Promise.reject(new Error('no pixels')))).rejects.toThrow('no pixels');
  Object.assign(bench.stages.painter, {
    paint() {
      throw new Error('no such surface');
    },
  });
  const failing = createBench('worn');
  Object.assign(failing.stages.painter, bench.stages.painter);
  await expect(failing.draw()).rejects.toThrow('no such surface');
  expect(TestVideoFrame.open.size).toBe(0);
});

test.each<TestLookKind>(['grade', 'closed hide'])(
  'the camera is closed while the pixels of a frame are copied: nothing is sent or painted (%s)',
  async (kind) => {
    const bench = createBench(kind, { detectedUs: FRAME_US });
    const pixels = createDeferred();
    const drawing = bench.draw(pixels.promise);
    bench.closing.abort();
    pixels.resolve();
    expect(await drawing).toBe('blank');
    expect(await bench.draw()).toBe('blank');
    expect(bench.steps).toEqual([]);
  },
);

test('a look that was made for frames of another kind is drawn all the same, and that is told with their kind', async () => {
  const bench = createBench('grade', { fits: () => false });
  expect(await bench.draw()).toBe('drawn');
  expect(bench.misfits).toEqual([{ widthPx: 4, heightPx: 2, matrix: 'bt601', fullRange: true }]);
  const fitting = createBench('grade');
  await fitting.draw();
  expect(fitting.misfits).toEqual([]);
});
