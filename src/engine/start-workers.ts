/**
 * The engine's two workers: one detects heads, the other prepares looks. Whoever connects has one port, and is told by it of
 * the way to the other. Owns that, and that both start at once, so that neither waits for the other.
 */
import type { FromEngine } from '../shared/engine-protocol.ts';

export interface EngineWorkers {
  /** Gives the other end of the port a session in each. */
  connect(port: MessagePort): void;
  /** One of them did not start. */
  onerror: (() => void) | null;
  terminate(): void;
}

export function startWorkers(): EngineWorkers {
  const detecting = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'detector' });
  const preparing = new Worker(new URL('../preparer/preparer-worker.ts', import.meta.url), {
    type: 'module',
    name: 'preparer',
  });
  const workers: EngineWorkers = {
    connect(port) {
      const { port1, port2 } = new MessageChannel();
      port.postMessage({ type: 'preparer', port: port1 } satisfies FromEngine, [port1]);
      preparing.postMessage({ type: 'connect' }, [port2]);
      detecting.postMessage({ type: 'connect' }, [port]);
    },
    onerror: null,
    terminate() {
      detecting.terminate();
      preparing.terminate();
    },
  };
  const fail = () => workers.onerror?.();
  detecting.onerror = fail;
  preparing.onerror = fail;
  return workers;
}
