/** Brings the pipeline's program into the document once: a second run of its script would find its name taken. */
import { ProblemError } from '../../shared/problem.ts';

/** The service worker answers in a fraction of this; one that stands still may never. */
export const INJECTED_WITHIN_MS = 10_000;

/**
 * What is returned injects, or waits for the injection under way; after a failure it tries again. One that is late fails for
 * who waits and goes on: the next try waits for the same.
 */
export function createInjectOnce(inject: () => Promise<void>): () => Promise<void> {
  let injected: Promise<void> | null = null;

  function injecting(): Promise<void> {
    const ours = inject();
    injected = ours;
    // Also where nobody waits any more: what failed late is tried again by the next.
    ours.catch(() => {
      if (injected === ours) injected = null;
    });
    return ours;
  }

  return async () => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      patience = setTimeout(() => reject(new Error('the injection is late')), INJECTED_WITHIN_MS);
    });
    try {
      await Promise.race([injected ?? injecting(), late]);
    } catch (reason) {
      throw new ProblemError('renderer-refused', String(reason));
    } finally {
      clearTimeout(patience);
    }
  };
}
