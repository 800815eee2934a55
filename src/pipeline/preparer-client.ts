/**
 * The pipeline's end of the preparer: what the user chose out, a look that can be painted back.
 * Owns who waits for which answer; what comes back is checked at the door (render/check-parts.ts).
 */
import { checkParts } from '../render/check-parts.ts';
import { openLook } from '../render/paint/open-look.ts';
import type { PreparedLook } from '../render/prepared-look.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import type { FrameKind, FromPreparer, ToPreparer } from '../shared/preparer-protocol.ts';
import { ProblemError } from '../shared/problem.ts';
import type { PipelinePort } from './frame-step.ts';

export interface ReadyLook {
  readonly look: PreparedLook;
  readonly filterIds: readonly string[];
}

export interface PreparerClient {
  /** @throws ProblemError 'filter-invalid', 'render-failed', or 'engine-silent' where no answer comes */
  prepare(wearing: Wearing, madeFor: FrameKind | null): Promise<ReadyLook>;
}

interface Waiting {
  resolve(ready: ReadyLook): void;
  reject(reason: Error): void;
}

/** A large look takes a slow machine a second; ten times that is no answer. */
const ANSWER_WITHIN_MS = 10_000;

/** @param opening rejects with a ProblemError where there will be no preparer */
export function createPreparerClient(opening: Promise<PipelinePort>, signal: AbortSignal): PreparerClient {
  const waiting = new Map<number, Waiting>();
  let sequence = 0;
  let isGone = false;

  const giveUp = () => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(new ProblemError('engine-silent'));
    waiting.clear();
  };
  const hear = (answer: FromPreparer) => {
    const asked = waiting.get(answer.sequence);
    waiting.delete(answer.sequence);
    if (answer.type === 'not-prepared') asked?.reject(new ProblemError(answer.problem, answer.reason));
    else asked?.resolve({ look: openLook(checkParts(answer.parts)), filterIds: answer.filterIds });
  };
  const connected = opening.then((port) => {
    port.onmessage = ({ data }: MessageEvent<FromPreparer>) => {
      const asked = waiting.get(data.sequence);
      try {
        hear(data);
      } catch (error) {
        asked?.reject(new ProblemError('render-failed', String(error)));
      }
    };
    port.onclose = giveUp;
    signal.addEventListener('abort', () => {
      port.close();
      giveUp();
    });
    return port;
  });
  // Whoever prepares hears of it.
  connected.catch(() => {});

  return {
    async prepare(wearing, madeFor) {
      const port = await connected;
      if (isGone) throw new ProblemError('engine-silent');
      sequence += 1;
      const ours = sequence;
      let patience: ReturnType<typeof setTimeout> | undefined;
      try {
        return await new Promise<ReadyLook>((resolve, reject) => {
          waiting.set(ours, { resolve, reject });
          patience = setTimeout(() => reject(new ProblemError('engine-silent')), ANSWER_WITHIN_MS);
          port.postMessage({ type: 'prepare', sequence: ours, wearing, madeFor } satisfies ToPreparer);
        });
      } finally {
        clearTimeout(patience);
        waiting.delete(ours);
      }
    },
  };
}
