import { expect, test } from 'vitest';
import type { GpuCompositor } from '../render/gpu-compositor.ts';
import type { PreparedLook } from '../render/renderer.ts';
import type { Compositor } from '../shared/line-protocol.ts';
import { createCompositors } from './compositors.ts';

const MOMENT = { timestampUs: 0, heads: [] };
const PLANES_MS = 8;

let open = 0;

/** As much of a VideoFrame as is used: four grey pixels. */
function createFrame(grey = 128): VideoFrame {
  open += 1;
  let isOpen = true;
  const frame = {
    format: 'RGBA',
    visibleRect: { width: 2, height: 2 },
    colorSpace: { matrix: 'rgb', fullRange: true },
    allocationSize: () => 16,
    async copyTo(data: ArrayBuffer) {
      new Uint8Array(data).fill(grey);
      return [{ offset: 0, stride: 8 }];
    },
    clone: () => createFrame(grey),
    close() {
      if (isOpen) open -= 1;
      isOpen = false;
    },
  };
  return frame as unknown as VideoFrame;
}

const createLook = (parts: Partial<PreparedLook> = {}) =>
  ({ models: [], ...parts }) as unknown as PreparedLook;

interface Machine {
  /** What the GPU takes for a frame, and what it draws. */
  readonly gpuMs?: number;
  readonly grey?: number;
  /** Where it throws. */
  readonly fails?: 'create' | 'warm' | 'compose' | null;
}

/** A camera of some frames on a machine; the line has one look on. */
function start(machine: Machine, stored: Compositor | null = null) {
  const told: Compositor[] = [];
  let nowMs = 0;
  let gpus = 0;
  const failIf = (where: Machine['fails']) => {
    if (machine.fails === where) throw new Error(`${where} fails`);
  };
  const createGpu = (): GpuCompositor => {
    failIf('create');
    gpus += 1;
    return {
      warm: async () => failIf('warm'),
      compose() {
        failIf('compose');
        nowMs += machine.gpuMs ?? 1;
        return createFrame(machine.grey);
      },
      seeRoom() {},
      upload() {},
      dispose() {
        gpus -= 1;
      },
    };
  };
  const compositors = createCompositors({
    onChosen: (chosen) => told.push(chosen),
    createGpu,
    now: () => nowMs,
  });
  compositors.remember(stored);
  const look = createLook();
  return {
    compositors,
    look,
    told,
    gpus: () => gpus,
    async live(frames: number, worn = look) {
      const painters: Compositor[] = [];
      for (let at = 0; at < frames; at += 1) {
        const frame = createFrame();
        const composed = compositors.compose(frame, MOMENT, worn);
        painters.push(composed ? 'gpu' : 'planes');
        const drawn = composed ?? createFrame();
        if (!composed) compositors.tryOut({ frame, drawn, tookMs: PLANES_MS, moment: MOMENT, look: worn });
        frame.close();
        drawn.close();
        // What was begun on twins of the frame goes on between frames.
        for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }
      return painters;
    },
  };
}

test('a fast GPU is chosen, paints from then on, and until it is known planes are what is remembered', async () => {
  const { live, told } = start({ gpuMs: 2 });
  expect(new Set(await live(30))).toEqual(new Set(['planes']));
  await live(60);
  expect(await live(3)).toEqual(['gpu', 'gpu', 'gpu']);
  expect([told[0], told.at(-1)]).toEqual(['planes', 'gpu']);
  expect(open).toBe(0);
});

test.each<[string, Machine]>([
  ['that is slow', { gpuMs: 30 }],
  ['that draws something else', { grey: 0 }],
  ['that cannot be had', { fails: 'create' }],
  ['that fails to build', { fails: 'warm' }],
  ['that fails to draw', { fails: 'compose' }],
])('a GPU %s never paints, is let go and remembered as such', async (_, machine) => {
  const { live, told, gpus } = start(machine);
  expect(new Set(await live(90))).toEqual(new Set(['planes']));
  expect(new Set(told)).toEqual(new Set(['planes']));
  expect([gpus(), open]).toEqual([0, 0]);
});

test('a stored choice is used from the first frame on, without a trial', async () => {
  const { compositors, look, live, told } = start({}, 'gpu');
  await compositors.ready(look);
  expect(new Set(await live(40))).toEqual(new Set(['gpu']));
  expect(told).toEqual([]);
  const onPlanes = start({}, 'planes');
  await onPlanes.compositors.ready(onPlanes.look);
  expect(new Set(await onPlanes.live(90))).toEqual(new Set(['planes']));
  expect([onPlanes.gpus(), onPlanes.told]).toEqual([0, []]);
});

test.each(['create', 'warm'] as const)(
  'a chosen GPU that fails to %s later gives way to planes',
  async (fails) => {
    const { compositors, look, live, told } = start({ fails }, 'gpu');
    await compositors.ready(look);
    expect(new Set(await live(40))).toEqual(new Set(['planes']));
    expect(told).toEqual(['planes']);
  },
);

test('a chosen GPU that fails at a frame gives way to planes for this very frame and all others', async () => {
  const machine: { gpuMs: number; fails: NonNullable<Machine['fails']> | null } = { gpuMs: 1, fails: null };
  const { compositors, look, live, told, gpus } = start(machine, 'gpu');
  await compositors.ready(look);
  expect(await live(2)).toEqual(['gpu', 'gpu']);
  machine.fails = 'compose';
  expect(await live(1)).toEqual(['planes']);
  machine.fails = null;
  expect(await live(90)).not.toContain('gpu');
  expect([told, gpus(), open]).toEqual([['planes'], 0, 0]);
});

test('looks that only planes can carry, and those not yet ready, are painted on planes', async () => {
  const { compositors, look, live } = start({}, 'gpu');
  await compositors.ready(look);
  const framed = createLook({ framing: { crop() {} } });
  await compositors.ready(framed);
  expect(await live(2, framed)).toEqual(['planes', 'planes']);
  expect(await live(2, createLook())).toEqual(['planes', 'planes']);
});
