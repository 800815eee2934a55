/**
 * A dedicated worker of the page that the page cannot reach: frames of the camera go there as they are. Every function is
 * the browser's own, taken before the page's first script. What runs in the worker is the caller's.
 */

import { hideFromWindowEvent } from './hide-from-window-event.ts';
import { apply, dataOf, detach, getterOf, withoutPrototype } from './primordials.ts';
import { sequenceOf } from './sequence-of.ts';

/** As much of a Worker as we need. */
export interface NativeWorkerHandle {
  /** Hands over what is in `transferred`, if anything. */
  postMessage(message: unknown, transferred?: readonly Transferable[]): void;
  onmessage: ((message: unknown) => void) | null;
  /** The worker did not start, or something in it threw. */
  onerror: (() => void) | null;
  terminate(): void;
}

type Post = (this: Worker, message: unknown, transferred: Iterable<Transferable>) => void;
interface Policies {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: object): Policy;
}
interface Policy {
  createScriptURL(url: string): string;
}
type Interface<Instance> = { readonly prototype: Instance } | undefined;

/** Undefined in a browser without workers. */
const NativeWorker = globalThis.Worker as typeof Worker | undefined;
const NativeBlob = Blob as unknown as new (parts: Iterable<string>, options: object) => Blob;
const { createObjectURL, revokeObjectURL } = URL;
const listen = detach(EventTarget.prototype.addEventListener as Worker['addEventListener']);
const preventDefault = detach(Event.prototype.preventDefault);
const post = NativeWorker && detach(NativeWorker.prototype.postMessage as Post);
const terminate = NativeWorker && detach(NativeWorker.prototype.terminate);

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

/**
 * Runs the source of a function, which may use nothing from around it, and then `call` on what it returns.
 * @throws Error where the page's policy or the browser has no place for such a worker; some policies tell by onerror.
 */
export function startNativeWorker(source: string, call: string): NativeWorkerHandle {
  if (!NativeWorker || !post || !terminate) throw new Error('no workers');
  const url = apply(createObjectURL, undefined, [
    new NativeBlob(sequenceOf([`(${source})().${call}`]), withoutPrototype({ type: 'text/javascript' })),
  ]);
  try {
    const worker = new NativeWorker(trusted(url));
    const own: NativeWorkerHandle = {
      postMessage: (message, transferred = []) => post(worker, message, sequenceOf(transferred)),
      onmessage: null,
      onerror: null,
      terminate: () => terminate(worker),
    };
    const hear = (event: Event) => own.onmessage?.(dataOf(event as MessageEvent));
    const hearError = (event: Event) => {
      // The page shall not hear of the error.
      preventDefault(event);
      own.onerror?.();
    };
    listen(worker, 'message', hideFromWindowEvent(hear));
    listen(worker, 'error', hideFromWindowEvent(hearError));
    return own;
  } finally {
    // The worker has taken its source by now: fetching begins with the constructor.
    apply(revokeObjectURL, undefined, [url]);
  }
}
