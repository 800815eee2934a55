/**
 * What a camera's pipeline and the preparer say to each other, over one port a pipeline: declarations one way, what
 * painting needs of them the other. Every question is answered once.
 */
import type { FramePixels } from './engine-protocol.ts';
import type { Wearing } from './pipeline-protocol.ts';
import type { ProblemCode } from './problem.ts';

/** What of frames a look may be prepared for. */
export type FrameKind = Pick<FramePixels, 'widthPx' | 'heightPx' | 'matrix' | 'fullRange'>;

export interface ToPreparer {
  readonly type: 'prepare';
  readonly sequence: number;
  readonly wearing: Wearing;
  /** Null while none has come. */
  readonly madeFor: FrameKind | null;
}

export type FromPreparer =
  | {
      readonly type: 'prepared';
      readonly sequence: number;
      readonly filterIds: readonly string[];
      /** LookParts; whoever gets them checks them. */
      readonly parts: unknown;
    }
  | {
      readonly type: 'not-prepared';
      readonly sequence: number;
      readonly problem: ProblemCode;
      readonly reason: string;
    };
