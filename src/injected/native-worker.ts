/**
 * A dedicated worker of the page that the page cannot reach: frames of the camera go there as they are.
 * Every function is the browser's own, taken by worker-parts.ts. What runs in the worker is the caller's.
 */
import type { WorkerParts } from '../natives/worker-parts.ts';

/** As much of a Worker as the pipeline needs. */
export interface NativeWorkerHandle {
  /** Hands over what is in `transferred`, if anything. */
  postMessage(message: unknown, transferred?: Transferable): void;
  onmessage: ((message: unknown) => void) | null;
  /** The worker did not start, or something in it threw. */
  onerror: (() => void) | null;
  terminate(): void;
}

/** A list of one with an iterator of its own: the page may have replaced that of arrays. */
function listOf(one: Transferable | undefined): Iterable<Transferable> {
  let left = one;
  const next = (): IteratorResult<Transferable> => {
    const value = left;
    left = undefined;
    return value ? { done: false, value } : { done: true, value };
  };
  return { [Symbol.iterator]: () => ({ next }) };
}

/**
 * Runs the source of a function, which may use nothing from around it, and then `call` on what it returns.
 * @throws Error where the page's policy or the browser has no place for such a worker; some policies tell by onerror.
 */
export function startNativeWorker(
  parts: WorkerParts,
  program: () => unknown,
  call: string,
): NativeWorkerHandle {
  if (!parts) throw new Error('no workers');
  const {
    NativeWorker,
    NativeBlob,
    createUrl,
    revokeUrl,
    trusted,
    sourceOf,
    listen,
    post,
    terminate,
    dataOf,
  } = parts;
  const source = `(${sourceOf(program)})().${call}`;
  const url = createUrl(new NativeBlob([source], { type: 'text/javascript' }));
  try {
    const worker = new NativeWorker(trusted(url));
    const own: NativeWorkerHandle = {
      postMessage: (message, transferred) => post(worker, message, listOf(transferred)),
      onmessage: null,
      onerror: null,
      terminate: () => terminate(worker),
    };
    listen(worker, 'message', (event) => own.onmessage?.(dataOf(event as MessageEvent)));
    listen(worker, 'error', (event) => {
      // The page shall not hear of the error.
      event.preventDefault();
      own.onerror?.();
    });
    return own;
  } finally {
    // The worker has taken its source by now: fetching begins with the constructor.
    revokeUrl(url);
  }
}
