import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, settle, TestTrack } from '../../tests/fakes/media.ts';
import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import type { FromCarrier, ToCarrier, ToTransportWorker } from './transport-protocol.ts';

beforeEach(() => {
  vi.resetModules();
  installTestMedia(vi.stubGlobal);
});
afterEach(() => vi.unstubAllGlobals());

/** A carrier whose worker's end is the test's. */
async function connect() {
  const { openRemoteCarrier } = await import('./remote-carrier.ts');
  const { releaseCamera } = await import('./release-camera.ts');
  let opened: Extract<ToTransportWorker, { type: 'open' }> | null = null;
  const running: NativeWorkerHandle = {
    postMessage(message) {
      opened = message as typeof opened;
    },
    onmessage: null,
    onerror: null,
    terminate() {},
  };
  const camera = new TestTrack() as unknown as MediaStreamTrack;
  const streams = { readable: new ReadableStream(), writable: new WritableStream() };
  const lost: unknown[] = [];
  const carrier = openRemoteCarrier(
    { running, camera, streams },
    {
      awaitsTransform: true,
      onResized() {},
      onTransformSet() {},
      onTransformLost: (reason) => lost.push(reason),
      onEnd() {},
    },
  );
  const { port, awaitsTransform } = opened as unknown as Extract<ToTransportWorker, { type: 'open' }>;
  expect(awaitsTransform).toBe(true);
  const heard: ToCarrier['type'][] = [];
  port.onmessage = ({ data }: MessageEvent<ToCarrier>) => heard.push(data.type);
  const say = async (message: FromCarrier) => {
    port.postMessage(message);
    await settle();
    await settle();
  };
  return { ...{ carrier, camera, heard, say, lost, releaseCamera }, close: () => port.close() };
}

test('a transform that was lost is told of while its pipeline has no successor, and not after', async () => {
  const bench = await connect();
  bench.carrier.connectPipeline(new MessageChannel().port1);
  await bench.say({ type: 'transform-lost', pipeline: 1, reason: 'first' });
  bench.carrier.connectPipeline(new MessageChannel().port1);
  await bench.say({ type: 'transform-lost', pipeline: 1, reason: 'first again' });
  await bench.say({ type: 'transform-lost', pipeline: 2, reason: 'second' });
  expect(bench.lost).toEqual(['first', 'second']);
  bench.close();
});

test('a camera is stopped in the moment that the worker tells of, which then goes on', async () => {
  const bench = await connect();
  bench.releaseCamera(bench.camera);
  bench.carrier.release();
  await bench.say({ type: 'frame-came' });
  expect(bench.camera.readyState).toBe('ended');
  await vi.waitFor(() => expect(bench.heard).toEqual(['release', 'released']));
  bench.close();
});

test('a camera that stays dark has what this thread has lost collected, too', async () => {
  const bench = await connect();
  const collected = vi.fn();
  vi.resetModules();
  vi.stubGlobal(
    'ArrayBuffer',
    class extends ArrayBuffer {
      constructor() {
        super(0);
        collected();
      }
    },
  );
  const dark = await connect();
  await bench.say({ type: 'resized' });
  expect(collected).not.toHaveBeenCalled();
  await dark.say({ type: 'dark' });
  expect(collected).toHaveBeenCalledOnce();
  for (const { close } of [bench, dark]) close();
});
