/**
 * One pipeline's port: declarations in, the parts of their look out. Owns the wire; every question is answered once, in
 * whatever order, and what is not understood is ignored.
 */
import { prepareLook, USUAL_FRAME } from '../render/prepare-look.ts';
import type { FromPreparer, ToPreparer } from '../shared/preparer-protocol.ts';
import { problemOf } from '../shared/problem.ts';
import { readWearing } from './read-wearing.ts';

/** As much of a MessagePort as is used. */
export type PreparerPort = Pick<MessagePort, 'postMessage' | 'onmessage'>;

export function answerPreparing(port: PreparerPort, prepare = prepareLook): void {
  const say = (message: FromPreparer) => port.postMessage(message);

  const answer = async ({ sequence, wearing, madeFor }: ToPreparer): Promise<void> => {
    try {
      const { look, filterIds } = readWearing(wearing);
      const parts = await prepare(look, { madeFor: madeFor ?? USUAL_FRAME });
      say({ type: 'prepared', sequence, filterIds, parts });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say({ type: 'not-prepared', sequence, problem: problemOf(error) ?? 'render-failed', reason });
    }
  };

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isQuestion(data)) void answer(data);
  };
}

/** The form alone: declarations are checked where they are read. */
function isQuestion(data: unknown): data is ToPreparer {
  if (typeof data !== 'object' || data === null) return false;
  const { type, sequence, wearing, madeFor } = data as Partial<ToPreparer>;
  return (
    type === 'prepare' &&
    Number.isInteger(sequence) &&
    typeof wearing === 'object' &&
    wearing !== null &&
    Array.isArray(wearing.filters) &&
    (madeFor === null || isFrameKind(madeFor))
  );
}

function isFrameKind(frame: Partial<ToPreparer['madeFor']> | undefined): boolean {
  return (
    frame !== undefined &&
    frame !== null &&
    isSide(frame.widthPx) &&
    isSide(frame.heightPx) &&
    (frame.matrix === 'bt601' || frame.matrix === 'bt709') &&
    typeof frame.fullRange === 'boolean'
  );
}

const isSide = (px: unknown) => Number.isInteger(px) && Number(px) > 0 && Number(px) <= 16_384;
