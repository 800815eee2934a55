/** Brings the pipeline's program into the document once: a second run of its script would find its name taken. */
import { ProblemError } from '../../shared/problem.ts';

/** What is returned injects, or waits for the injection under way; after a failure it tries again. */
export function createInjectOnce(inject: () => Promise<void>): () => Promise<void> {
  let injected: Promise<void> | null = null;

  return async () => {
    injected ??= inject();
    const ours = injected;
    try {
      await ours;
    } catch (reason) {
      if (injected === ours) injected = null;
      throw new ProblemError('renderer-refused', String(reason));
    }
  };
}
