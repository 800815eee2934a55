import { afterEach, expect, test } from 'vitest';
import type { FramePixels, FromEngine, NextSample, ToEngine } from '../shared/engine-protocol.ts';
import type { ProblemCode } from '../shared/problem.ts';
import { createEngineClient } from './engine-client.ts';

const PIXELS: FramePixels = {
  format: 'I420',
  widthPx: 2,
  heightPx: 2,
  planes: [],
  matrix: 'bt601',
  fullRange: false,
  data: new ArrayBuffer(6),
};
const EFFORT = { bothWays: true, scanEveryUs: 400_000 };
const FRAME_US = 33_333;

const closing: AbortController[] = [];
afterEach(() => {
  for (const controller of closing.splice(0)) controller.abort();
});

/** A client whose engine is this test: it keeps what was sent, and answers when told to. */
async function connect({ everyUs = 0, device = '' } = {}) {
  const { port1, port2 } = new MessageChannel();
  const closed = new AbortController();
  closing.push(closed);
  const problems: ProblemCode[] = [];
  const seen: number[] = [];
  const sent: Extract<ToEngine, { type: 'sample' }>[] = [];
  const devices: string[] = [];
  port2.onmessage = ({ data }: MessageEvent<ToEngine>) => {
    if (data.type === 'sample') sent.push(data);
    else if (data.type === 'device') devices.push(data.device);
  };
  const client = createEngineClient(port1, {
    onFaces({ timestampUs }) {
      seen.push(timestampUs);
      return everyUs;
    },
    onProblem: (problem) => problems.push(problem),
    device,
    asPort: (port) => port,
    signal: closed.signal,
  });
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const say = async (message: FromEngine) => {
    port2.postMessage(message);
    await settle();
  };
  return {
    client,
    settle,
    problems,
    seen,
    sent,
    devices,
    say,
    async offer(frame: number) {
      client.offer(PIXELS, { timestampUs: frame * FRAME_US, effort: EFFORT });
      await settle();
    },
    /** Answers the last sample, which took the engine so long. */
    answer(netMs: number, next: NextSample = 'frame') {
      const { sequence, timestampUs } = sent.at(-1)!;
      const stagesMs = { sample: 0, net: netMs, decode: 0, pose: 0 };
      return say({ type: 'faces', sequence, timestampUs, faces: [], next, stagesMs });
    },
  };
}

test('nothing is sent before the engine is ready', async () => {
  const engine = await connect();
  await engine.offer(1);
  expect(engine.sent).toEqual([]);
  await engine.say({ type: 'ready' });
  await engine.client.ready;
  await engine.offer(2);
  expect(engine.sent.map(({ timestampUs }) => timestampUs)).toEqual([2 * FRAME_US]);
});

test('one sample is in flight; frames offered meanwhile are not sent, the next one after the answer is', async () => {
  const engine = await connect();
  await engine.say({ type: 'ready' });
  for (const frame of [1, 2, 3]) await engine.offer(frame);
  expect(engine.sent).toHaveLength(1);
  await engine.answer(1);
  await engine.offer(4);
  expect(engine.sent.map(({ timestampUs }) => timestampUs)).toEqual([FRAME_US, 4 * FRAME_US]);
  expect(engine.seen).toEqual([FRAME_US]);
});

test.each([
  ['no rest: every frame', 0, 30],
  ['two frames: every second one', 2 * FRAME_US, 15],
  ['more than two frames: every third', 2.5 * FRAME_US, 10],
])('the engine rests for as long as it is told: %s', async (_, everyUs, expected) => {
  const engine = await connect({ everyUs });
  await engine.say({ type: 'ready' });
  for (let frame = 1; frame <= 30; frame += 1) {
    await engine.offer(frame);
    const last = engine.sent.at(-1)!;
    if (last.timestampUs === frame * FRAME_US) await engine.answer(1);
  }
  expect(engine.sent).toHaveLength(expected);
  expect(engine.sent.every(({ effort }) => effort.bothWays)).toBe(true);
});

test('an answer to a sample that was given up is not heard', async () => {
  const engine = await connect();
  await engine.say({ type: 'ready' });
  await engine.offer(1);
  await engine.offer(100);
  expect(engine.problems).toEqual(['engine-silent']);
  const stagesMs = { sample: 0, net: 1, decode: 0, pose: 0 };
  await engine.say({ type: 'faces', sequence: 1, timestampUs: FRAME_US, faces: [], next: 'frame', stagesMs });
  expect(engine.seen).toEqual([]);
});

test('a problem refuses whoever waits for the engine', async () => {
  const engine = await connect();
  await engine.say({ type: 'problem', problem: 'wasm-refused' });
  await expect(engine.client.ready).rejects.toMatchObject({ problem: 'wasm-refused' });
  expect(engine.problems).toEqual(['wasm-refused']);
});

test('what was found for another camera of the device is heard, and its own frames rest meanwhile', async () => {
  const everyUs = 2 * FRAME_US;
  const engine = await connect({ everyUs, device: 'camera' });
  await engine.say({ type: 'ready' });
  expect(engine.devices).toEqual(['camera']);
  await engine.offer(1);
  await engine.answer(1);
  for (const frame of [3, 5, 7]) {
    await engine.say({ type: 'shared-faces', timestampUs: frame * FRAME_US, faces: [] });
    for (const own of [frame, frame + 1]) await engine.offer(own);
  }
  expect(engine.seen).toEqual([1, 3, 5, 7].map((frame) => frame * FRAME_US));
  expect(engine.client.detectedUs).toBe(7 * FRAME_US);
  expect(engine.sent, 'none but the first').toHaveLength(1);
  await engine.say({ type: 'shared-faces', timestampUs: 6 * FRAME_US, faces: [] });
  expect(engine.seen, 'older ones say nothing new').toHaveLength(4);
  // The other camera has been closed.
  for (const own of [8, 9, 10, 11, 12, 13]) await engine.offer(own);
  expect(engine.sent).toHaveLength(2);
});

test('a camera whose device has no name shares nothing', async () => {
  expect((await connect()).devices).toEqual([]);
});

const REGION = { leftPx: 0, topPx: 0, widthPx: 2, heightPx: 2 };
const PLANES = [0, 4, 5].map((offset) => ({ offset, stride: offset === 0 ? 2 : 1 }));

test('what is looked at goes out, the whole frame when it is scanned or has another size', async () => {
  const engine = await connect();
  await engine.say({ type: 'ready' });
  const offer = async (frame: number, size = {}) => {
    const pixels = { ...PIXELS, planes: PLANES, ...size };
    engine.client.offer(pixels, { timestampUs: frame * FRAME_US, effort: EFFORT });
    await engine.settle();
    await engine.answer(1, REGION);
  };
  for (let frame = 1; frame <= 14; frame += 1) await offer(frame);
  await offer(15, { heightPx: 4, data: new ArrayBuffer(12) });
  await offer(16, { heightPx: 4, data: new ArrayBuffer(12) });
  const wholes = engine.sent.filter(({ part }) => part === null).map(({ timestampUs }) => timestampUs);
  expect(wholes, 'every 0.4 s').toEqual([1, 14, 15].map((frame) => frame * FRAME_US));
  expect(engine.sent[1]).toMatchObject({
    pixels: { widthPx: 2, heightPx: 2 },
    part: { leftPx: 0, topPx: 0, frameWidthPx: 2, frameHeightPx: 2 },
  });
  expect(engine.sent.at(-1)?.part).toMatchObject({ frameHeightPx: 4 });
});

test('where a face was lost in a part, the next frame is sent whole and without a rest', async () => {
  const engine = await connect({ everyUs: 10 * FRAME_US });
  await engine.say({ type: 'ready' });
  await engine.offer(1);
  await engine.answer(1, 'frame at once');
  await engine.offer(2);
  expect(engine.sent).toHaveLength(2);
  expect(engine.sent[1]?.part).toBeNull();
});
