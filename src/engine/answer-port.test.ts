import { afterEach, expect, test } from 'vitest';
import { toPixels } from '../../tests/fakes/picture.ts';
import { IDENTITY } from '../geometry/quaternion.ts';
import type { FromEngine } from '../shared/engine-protocol.ts';
import { answerPort, type Engine } from './answer-port.ts';
import { FULL_EFFORT } from './faces/session.ts';
import { createFaceSharing } from './share-faces.ts';

const PIXELS = toPixels(() => [0, 0, 0], [64, 36], 'I420');
const SAMPLE = {
  type: 'sample',
  sequence: 7,
  timestampUs: 123,
  effort: FULL_EFFORT,
  pixels: PIXELS,
  part: null,
};

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A port whose engine sees nothing, or breaks; what it says comes out of `next`. */
function connect({ breaks = false, joinSharing = createFaceSharing() } = {}) {
  const detect = () => {
    if (breaks) throw new Error('unreachable executed');
    return { faces: [], agreed: [], stagesMs: { sample: 1, net: 2, decode: 3 } };
  };
  const engine: Engine = {
    detector: { detect, detectBothWays: detect },
    solvePose: () => ({ pose: { rotation: IDENTITY, translationCm: [0, 0, -50] }, confidence: 1 }),
  };
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const said: FromEngine[] = [];
  const waiting: ((message: FromEngine) => void)[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromEngine>) => {
    const wake = waiting.shift();
    if (wake) wake(data);
    else said.push(data);
  };
  answerPort(port2, engine, joinSharing);
  const next = (): Promise<FromEngine> => {
    const message = said.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
  };
  return { say: (message: unknown) => port1.postMessage(message), next };
}

test('a port hears that it is served, then one answer a sample, in order', async () => {
  const { say, next } = connect();
  expect(await next()).toEqual({ type: 'ready' });
  for (const sequence of [1, 2, 3]) say({ ...SAMPLE, sequence });
  for (const sequence of [1, 2, 3]) {
    expect(await next()).toMatchObject({ type: 'faces', sequence, timestampUs: 123, faces: [] });
  }
});

test('whatever else is said is ignored, and the next sample is answered', async () => {
  const { say, next } = connect();
  await next();
  const { pixels, ...withoutPixels } = SAMPLE;
  for (const nonsense of [
    null,
    undefined,
    42,
    'sample',
    [],
    {},
    { type: 'faces' },
    { type: 'sample' },
    withoutPixels,
    { ...SAMPLE, sequence: '7' },
    { ...SAMPLE, timestampUs: Number.NaN },
    { ...SAMPLE, pixels: { ...pixels, data: 'no bytes' } },
    { ...SAMPLE, pixels: { ...pixels, planes: null } },
    { ...SAMPLE, part: undefined },
    { ...SAMPLE, part: { leftPx: 0.5, topPx: 0, frameWidthPx: 64, frameHeightPx: 36 } },
    { type: 'clock' },
    { type: 'clock', framesPerSecond: 'often' },
    { type: 'device' },
    { type: 'device', device: 7 },
  ]) {
    say(nonsense);
  }
  say(SAMPLE);
  expect(await next()).toMatchObject({ type: 'faces', sequence: 7 });
});

test('a detection that fails is a problem, and the port goes on', async () => {
  const { say, next } = connect({ breaks: true });
  await next();
  for (let i = 0; i < 2; i++) {
    say(SAMPLE);
    expect(await next()).toEqual({ type: 'problem', problem: 'engine-silent' });
  }
});

test('the clock ticks until it is set to 0, and samples are answered meanwhile', async () => {
  const { say, next } = connect();
  await next();
  say({ type: 'clock', framesPerSecond: 1000 });
  for (let i = 0; i < 3; i++) expect(await next()).toEqual({ type: 'tick' });
  say({ type: 'clock', framesPerSecond: 0 });
  say(SAMPLE);
  let message = await next();
  while (message.type === 'tick') message = await next();
  expect(message).toMatchObject({ type: 'faces', sequence: 7 });
  say({ ...SAMPLE, sequence: 8 });
  expect(await next()).toMatchObject({ type: 'faces', sequence: 8 });
});

test('two ports of one device hear what is found for each other, once both have been looked at', async () => {
  const joinSharing = createFaceSharing();
  const [first, second] = [connect({ joinSharing }), connect({ joinSharing })];
  for (const { say, next } of [first, second]) {
    await next();
    say({ type: 'device', device: 'camera' });
  }
  first.say(SAMPLE);
  expect(await first.next()).toMatchObject({ type: 'faces' });
  second.say(SAMPLE);
  expect(await second.next()).toMatchObject({ type: 'faces' });
  expect(await first.next()).toEqual({ type: 'shared-faces', timestampUs: 123, faces: [] });
  first.say({ ...SAMPLE, timestampUs: 456 });
  expect(await second.next()).toEqual({ type: 'shared-faces', timestampUs: 456, faces: [] });
});
