import { afterEach, expect, test } from 'vitest';
import type { FrameTransform } from '../pipeline/frame-step.ts';
import { createDrawnOnce } from './drawn-once.ts';

const counts = { opened: 0, closed: 0 };
afterEach(() => {
  Object.assign(counts, { opened: 0, closed: 0 });
});

interface TestFrame {
  readonly by: string;
  readonly isOpen: boolean;
}

function createFrame(timestamp: number, widthPx = 1280, by = 'camera'): VideoFrame {
  counts.opened += 1;
  const frame = {
    ...{ by, timestamp, displayWidth: widthPx, displayHeight: 720, isOpen: true },
    clone() {
      if (!frame.isOpen) throw new Error('closed');
      return createFrame(timestamp, widthPx, by);
    },
    close() {
      if (frame.isOpen) counts.closed += 1;
      frame.isOpen = false;
    },
  };
  return frame as unknown as VideoFrame;
}

const settle = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Cameras whose pipelines sign what they draw, when they are told to; time passes by hand. */
function createCameras() {
  const timers: (() => void)[] = [];
  const join = createDrawnOnce(((callback: () => void) => timers.push(callback)) as never);
  const open = (by: string, { device = 'front', look = 'glasses', widthPx = 1280 } = {}) => {
    const worn = { look, widthPx };
    const drawing: ((result: VideoFrame | null | Error) => void)[] = [];
    const draw: FrameTransform = (frame) =>
      new Promise((resolve, reject) => {
        drawing.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
        void frame;
      });
    const { transform, leave } = join(device)(draw, () => worn.look);
    return {
      ...{ worn, drawing, leave },
      /** Whose signature the picture has that leaves. */
      async show(timestamp: number, onShown: (by: string) => void) {
        const frame = createFrame(timestamp, worn.widthPx);
        try {
          const drawn = await transform(frame, 0, 1);
          onShown(drawn ? (drawn as unknown as TestFrame).by : 'nothing');
          drawn?.close();
        } catch {
          onShown('failed');
        } finally {
          frame.close();
        }
      },
      finish: (timestamp: number) => drawing.shift()?.(createFrame(timestamp, worn.widthPx, by)),
    };
  };
  return { open, timers };
}

/** Two cameras that have shown one frame each, so that they know of each other. */
async function openTwins(of: { device?: string; look?: string; widthPx?: number } = {}) {
  const { open, timers } = createCameras();
  const [call, preview] = [open('call'), open('preview', of)];
  const shown: Record<string, string> = {};
  const show = (timestamp: number) => {
    void call.show(timestamp, (by) => Object.assign(shown, { call: by }));
    void preview.show(timestamp + 100, (by) => Object.assign(shown, { preview: by }));
  };
  show(0);
  await settle();
  call.finish(0);
  preview.finish(0);
  await settle();
  return { call, preview, shown, show, timers };
}

test('what one camera draws is shown by the other: one drawing a frame, and no frame is left open', async () => {
  const { call, preview, shown, show } = await openTwins();
  for (const timestamp of [33_000, 66_000]) {
    show(timestamp);
    await settle();
    expect([call.drawing.length, preview.drawing.length]).toEqual([1, 0]);
    call.finish(timestamp);
    await settle();
    expect(shown).toEqual({ call: 'call', preview: 'call' });
  }
  call.leave();
  preview.leave();
  await settle();
  expect(counts.closed).toBe(counts.opened);
});

test.each([
  ['another device', { device: 'back' }],
  ['a device without a name', { device: '' }],
  ['another look', { look: 'hat' }],
  ['a look without a name', { look: '' }],
  ['another size', { widthPx: 640 }],
])('each draws for itself: %s', async (_, of) => {
  const { call, preview, shown, show } = await openTwins(of);
  show(33_000);
  await settle();
  call.finish(33_000);
  preview.finish(33_000);
  await settle();
  expect(shown).toEqual({ call: 'call', preview: 'preview' });
  call.leave();
  preview.leave();
  await settle();
  expect(counts.closed).toBe(counts.opened);
});

test.each<[string, (bench: Awaited<ReturnType<typeof openTwins>>) => void]>([
  ['draws nothing', ({ call }) => call.drawing.shift()?.(null)],
  ['fails', ({ call }) => call.drawing.shift()?.(new Error('no'))],
  ['hangs', ({ timers }) => timers.splice(0).forEach((elapse) => void elapse())],
])('whoever waits draws for itself where the other %s', async (_, happens) => {
  const bench = await openTwins();
  bench.show(33_000);
  await settle();
  happens(bench);
  await settle();
  bench.preview.finish(33_000);
  await settle();
  expect(bench.shown.preview).toBe('preview');
});

test('one that is closed leaves the other to draw, and so does a choice that has reached only one', async () => {
  const { call, preview, shown, show } = await openTwins();
  call.worn.look = 'hat';
  show(33_000);
  await settle();
  expect([call.drawing.length, preview.drawing.length]).toEqual([1, 1]);
  call.finish(33_000);
  preview.finish(33_000);
  await settle();
  call.leave();
  void preview.show(66_000, (by) => Object.assign(shown, { preview: by }));
  await settle();
  preview.finish(66_000);
  await settle();
  expect(shown.preview).toBe('preview');
});
