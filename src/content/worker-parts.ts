/**
 * What it takes to run a worker of the page's, as the browser has it, taken before the page's first script.
 * Owns the taking alone: the hook goes into every page, and what is done with it comes with the line (own-worker.ts).
 */
import { dataOf, detach } from './own-port.ts';
import { unseen } from './unseen.ts';

type Post = (this: Worker, message: unknown, transferred: Iterable<Transferable>) => void;

const NativeWorker = globalThis.Worker as typeof Worker | undefined;

const listen = detach(EventTarget.prototype.addEventListener as Worker['addEventListener']);

/** Null in a browser without workers. */
export const workerParts = NativeWorker
  ? {
      NativeWorker,
      NativeBlob: Blob,
      createUrl: URL.createObjectURL,
      revokeUrl: URL.revokeObjectURL,
      sourceOf: detach(Function.prototype.toString),
      listen: (worker: Worker, type: 'message' | 'error', listener: (event: Event) => void) =>
        listen(worker, type, unseen(listener)),
      post: detach(NativeWorker.prototype.postMessage as Post),
      terminate: detach(NativeWorker.prototype.terminate),
      dataOf,
    }
  : null;

export type WorkerParts = typeof workerParts;
