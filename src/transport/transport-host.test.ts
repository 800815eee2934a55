import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, settle, type TestMedia } from '../../tests/fakes/media.ts';
import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { HostedOptions, TransportHost } from './transport-host.ts';
import type { FromTransportWorker, ToTransportWorker } from './transport-protocol.ts';
import type { TransportScope } from './transport-worker.ts';

let media: TestMedia;
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  media = installTestMedia(vi.stubGlobal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Behaviour = 'carries' | 'is refused at once' | 'is refused later' | 'says nothing';

/** A host whose worker is on this thread: messages go over in later turns, streams as they are. */
async function connect(behaviour: Behaviour = 'carries') {
  const { createTransportHost } = await import('./transport-host.ts');
  const { serveTransport } = await import('./transport-worker.ts');
  const { openTransport } = await import('./open-transport.ts');
  const workers: { readonly handle: NativeWorkerHandle; readonly handedOver: string[]; die(): void }[] = [];

  const startWorker = (): NativeWorkerHandle => {
    if (behaviour === 'is refused at once') throw new TypeError('This document requires TrustedScriptURL');
    let isThere = true;
    const handedOver: string[] = [];
    const handle: NativeWorkerHandle = {
      onmessage: null,
      onerror: null,
      postMessage(message) {
        const data = message as ToTransportWorker;
        if (data.type === 'open') handedOver.push(data.type);
        setImmediate(() => isThere && scope.onmessage?.({ data } as MessageEvent<ToTransportWorker>));
      },
      terminate() {
        isThere = false;
      },
    };
    const scope: TransportScope = {
      onmessage: null,
      postMessage: (message: FromTransportWorker) =>
        setImmediate(() => isThere && handle.onmessage?.(message)),
    };
    if (behaviour === 'is refused later') setImmediate(() => handle.onerror?.());
    else if (behaviour === 'carries') setImmediate(() => serveTransport(scope));
    const die = () => {
      isThere = false;
    };
    workers.push({ handle, handedOver, die });
    return handle;
  };

  const host: TransportHost = createTransportHost(startWorker);
  const open = async (failMode: FailMode = 'open') => {
    await media.getUserMedia();
    const camera = media.camera() as unknown as MediaStreamTrack;
    const told: string[] = [];
    const options: HostedOptions = {
      awaitsTransform: false,
      onResized: () => told.push('resized'),
      onTransformSet() {},
      onTransformLost: () => told.push('transform lost'),
      onEnd: () => told.push('ended'),
      onWorkerLost: () => told.push('worker lost'),
    };
    const carrier = host.carry(camera, openTransport(camera), options);
    carrier.setFailMode(failMode, true);
    return { camera, carrier, told };
  };
  return { host, workers, open, handedOver: () => workers.flatMap((worker) => worker.handedOver) };
}

/** Messages between threads take some turns. */
const settleAll = async () => {
  for (let turn = 0; turn < 10; turn += 1) await settle();
};
const feed = async (name: string) => {
  await media.feed(name);
  await settleAll();
};

test.each<[Behaviour, handedOver: number]>([
  ['carries', 1],
  ['is refused at once', 0],
  ['is refused later', 0],
])(
  'a worker that %s: the frames of a camera pass, and what it was told before holds',
  async (behaviour, handedOver) => {
    const bench = await connect(behaviour);
    await bench.open('closed');
    expect(bench.handedOver()).toEqual([]);
    await settleAll();
    await feed('a');
    expect([bench.handedOver().length, media.written]).toEqual([handedOver, ['blank']]);
  },
);

test('a worker that says nothing is not waited for: frames pass on the page thread', async () => {
  const bench = await connect('says nothing');
  await bench.open();
  await feed('a');
  expect(media.written).toEqual([]);
  vi.advanceTimersByTime(10_000);
  await settleAll();
  await feed('b');
  expect(media.written).toEqual(['a', 'b']);
  expect(bench.handedOver()).toEqual([]);
});

test('one worker serves all cameras of a document', async () => {
  const bench = await connect();
  bench.host.prepare();
  await settleAll();
  await bench.open();
  await settleAll();
  await feed('first');
  await bench.open('closed');
  await settleAll();
  await feed('second');
  expect([bench.workers.length, bench.handedOver().length, media.written]).toEqual([
    1,
    2,
    ['first', 'blank'],
  ]);
});

test('a camera that closes before the worker is there is never handed over', async () => {
  const bench = await connect();
  const { camera, carrier } = await bench.open();
  carrier.close();
  vi.runAllTimers();
  await settleAll();
  expect([camera.readyState, bench.handedOver()]).toEqual(['ended', []]);
});

test('a camera stops in the moment in which a frame has come, though the worker reads it', async () => {
  const bench = await connect();
  const { camera, carrier, told } = await bench.open();
  await settleAll();
  await feed('a');
  carrier.close();
  await settleAll();
  expect(camera.readyState).toBe('live');
  await feed('b');
  expect([camera.readyState, media.written]).toEqual(['ended', ['a', 'b']]);
  expect(told.includes('worker lost')).toBe(false);
});

test.each<[string, harm: (bench: Awaited<ReturnType<typeof connect>>) => void]>([
  ['throws', ({ workers }) => workers[0]?.handle.onerror?.()],
  ['ends without a word', ({ workers }) => workers[0]?.die()],
])('a worker that %s: its cameras hear of it once, and the next camera has a new one', async (_, harm) => {
  const bench = await connect();
  const first = await bench.open();
  await settleAll();
  await feed('a');
  harm(bench);
  for (let second = 0; second < 10; second += 1) {
    vi.advanceTimersByTime(1000);
    await settleAll();
  }
  expect(first.told.filter((said) => said === 'worker lost')).toHaveLength(1);
  const second = await bench.open();
  await settleAll();
  await feed('b');
  expect([bench.workers.length, media.written, second.told.includes('worker lost')]).toEqual([
    2,
    ['a', 'b'],
    false,
  ]);
});

test('a worker that answers is never given up', async () => {
  const bench = await connect();
  const { told } = await bench.open();
  for (let second = 0; second < 30; second += 1) {
    await settleAll();
    vi.advanceTimersByTime(1000);
  }
  expect(told).toEqual([]);
});
