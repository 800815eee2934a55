/**
 * The engine's workers in the page itself, for pages that are ours: no extension, no iframe, no secret.
 * Owns the workers; what a port says is as from the iframe: 'ready', or the problem that keeps the engine from starting.
 */
import type { FromEngine } from '../../shared/engine-protocol.ts';
import { ProblemError } from '../../shared/problem.ts';
import { startWorkers } from '../start-workers.ts';

export interface WorkerEngine {
  /** A port to a session of its own in the worker. @throws ProblemError engine-silent where the worker does not run */
  connect(): Promise<MessagePort>;
  dispose(): void;
}

export function createWorkerEngine(): WorkerEngine {
  const workers = startWorkers();
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    workers.connect(port2);
    return port1;
  };
  // A worker tells of its script's failure, and of nothing else: that it runs is known by the first answer that comes.
  const running = new Promise<void>((resolve, reject) => {
    workers.onerror = () => reject(new ProblemError('engine-silent'));
    const first = open();
    first.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      // That is said for the workers, before they run.
      if (data.type === 'preparer') return;
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
    dispose: () => workers.terminate(),
  };
}
