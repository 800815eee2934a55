/**
 * The engine's worker in the page itself, for pages that are ours: no extension, no iframe, no secret.
 * Owns the worker; what a port says is as from the iframe: 'ready', or the problem that keeps the engine from starting.
 */
import { ProblemError } from '../../shared/problem.ts';

export interface WorkerEngine {
  /** A port to a session of its own in the worker. @throws ProblemError engine-silent where the worker does not run */
  connect(): Promise<MessagePort>;
  dispose(): void;
}

export function createWorkerEngine(): WorkerEngine {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ type: 'connect' }, [port2]);
    return port1;
  };
  // A worker tells of its script's failure, and of nothing else: that it runs is known by the first answer that comes.
  const running = new Promise<void>((resolve, reject) => {
    worker.onerror = () => reject(new ProblemError('engine-silent'));
    const first = open();
    first.onmessage = () => {
      first.close();
      resolve();
    };
  });
  // Whoever connects hears of it.
  running.catch(() => {});

  return {
    async connect() {
      await running;
      return open();
    },
    dispose: () => worker.terminate(),
  };
}
