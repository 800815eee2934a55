/**
 * What it takes to run a worker of the page's, as the browser has it, taken before the page's first script.
 * Owns the taking alone: the hook goes into every page, and what is done with it comes with the pipeline (injected/native-worker.ts).
 */

import { hideFromWindowEvent } from './hide-from-window-event.ts';
import { dataOf, detach, getterOf, sourceOf, withoutPrototype } from './primordials.ts';

type Post = (this: Worker, message: unknown, transferred: Iterable<Transferable>) => void;

const NativeWorker = globalThis.Worker as typeof Worker | undefined;

const listen = detach(EventTarget.prototype.addEventListener as Worker['addEventListener']);

interface Policies {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: object): Policy;
}
interface Policy {
  createScriptURL(url: string): string;
}
type Interface<Instance> = { readonly prototype: Instance } | undefined;
const { trustedTypes, TrustedTypePolicyFactory, TrustedTypePolicy } = globalThis as {
  readonly trustedTypes?: Policies;
  readonly TrustedTypePolicyFactory?: Interface<Policies>;
  readonly TrustedTypePolicy?: Interface<Policy>;
};
const defaultPolicyOf =
  TrustedTypePolicyFactory && getterOf(TrustedTypePolicyFactory.prototype, 'defaultPolicy');
const createPolicy = TrustedTypePolicyFactory && detach(TrustedTypePolicyFactory.prototype.createPolicy);
const trustUrl = TrustedTypePolicy && detach(TrustedTypePolicy.prototype.createScriptURL);

/**
 * The address in a form for which no policy of the page's is asked, for it could name another script.
 * @throws TypeError where the page allows no policy but its own
 */
function trusted(url: string): string {
  if (!trustedTypes || !createPolicy || !trustUrl || !defaultPolicyOf?.(trustedTypes)) return url;
  return trustUrl(
    createPolicy(trustedTypes, 'worker', withoutPrototype({ createScriptURL: (asked: string) => asked })),
    url,
  );
}

/** Null in a browser without workers. */
export const workerParts = NativeWorker
  ? {
      NativeWorker,
      NativeBlob: Blob,
      createUrl: URL.createObjectURL,
      revokeUrl: URL.revokeObjectURL,
      sourceOf,
      trusted,
      listen: (worker: Worker, type: 'message' | 'error', listener: (event: Event) => void) =>
        listen(worker, type, hideFromWindowEvent(listener)),
      post: detach(NativeWorker.prototype.postMessage as Post),
      terminate: detach(NativeWorker.prototype.terminate),
      dataOf,
    }
  : null;

export type WorkerParts = typeof workerParts;
