import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromEngine } from '../../shared/engine-protocol.ts';
import { createWorkerEngine } from './worker-engine.ts';

let workers: TestWorker[];

class TestWorker {
  onerror: (() => void) | null = null;
  readonly ports: MessagePort[] = [];
  terminated = 0;
  constructor() {
    workers.push(this);
  }
  postMessage(message: unknown, [port]: readonly MessagePort[]): void {
    if (port && (message as { readonly type: string }).type === 'connect') this.ports.push(port);
  }
  /** As worker.ts does: every port hears by itself whether the engine has started. */
  answer(message: FromEngine): void {
    for (const port of this.ports) port.postMessage(message);
  }
  terminate(): void {
    this.terminated += 1;
  }
}

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', TestWorker);
});
afterEach(() => vi.unstubAllGlobals());

/** The next so many messages. */
function hear(port: MessagePort, count: number): Promise<FromEngine[]> {
  const heard: FromEngine[] = [];
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      heard.push(data);
      if (heard.length === count) resolve(heard);
    };
  });
}

function start() {
  const engine = createWorkerEngine();
  const [worker] = workers;
  if (!worker) throw new Error('Expected a worker');
  return { engine, worker };
}

test.each<FromEngine>([{ type: 'ready' }, { type: 'problem', problem: 'model-missing' }])(
  'each connection has a port of its own, on which the engine says $type',
  async (word) => {
    const { engine, worker } = start();
    const connecting = [engine.connect(), engine.connect()];
    worker.answer(word);
    const ports = await Promise.all(connecting);
    worker.answer(word);
    const heard = await Promise.all(ports.map((port) => hear(port, 2)));
    // The way to the preparer comes first, whatever becomes of the engine.
    expect(heard).toEqual([
      [{ type: 'preparer', port: expect.any(MessagePort) }, word],
      [{ type: 'preparer', port: expect.any(MessagePort) }, word],
    ]);
    expect(workers).toHaveLength(2);
    for (const port of ports) port.close();
  },
);

test('a worker whose script does not run is silent to whoever connects, before and after', async () => {
  const { engine, worker } = start();
  const early = engine.connect();
  worker.onerror?.();
  await expect(early).rejects.toMatchObject({ problem: 'engine-silent' });
  await expect(engine.connect()).rejects.toMatchObject({ problem: 'engine-silent' });
});

test('the workers go with the engine', () => {
  const { engine } = start();
  engine.dispose();
  expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
});
