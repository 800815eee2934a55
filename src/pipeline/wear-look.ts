/**
 * Puts looks on and takes them off. Owns the order of the user's choices, what is worn now, and what a failure does:
 * everything comes off, and the reason is told once. How a look is prepared and drawn is the caller's.
 */
import type { Look } from '../filters/schema/look.ts';
import type { PreparedLook } from '../render/prepared-look.ts';
import type { FromPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import type { FrameSlot, FrameTransform } from './frame-step.ts';
import { LooksInUse } from './looks-in-use.ts';
import { readWearing } from './read-wearing.ts';

export interface WearLookOptions {
  readonly slot: Pick<FrameSlot, 'setTransform'>;
  readonly tell: (message: FromPipeline) => void;
  /** Everything that a look needs before its first frame, but the engine. */
  readonly prepare: (look: Look) => Promise<PreparedLook>;
  /** Resolves when heads can be detected; looks that need none do not wait for it. */
  readonly headsReady: Promise<void>;
  readonly draw: (look: PreparedLook) => FrameTransform;
  /** Detects heads in the frames that pass, for as long as it is told that this is wanted. */
  readonly detectAhead: (isWanted: () => boolean) => void;
  /** Aborted when the camera is closed, or another pipeline takes over. */
  readonly signal: AbortSignal;
}

export class WearLook {
  readonly #options: WearLookOptions;
  readonly #inUse = new LooksInUse();
  /** What frames go through now. */
  #worn: PreparedLook | null = null;
  /** Counts the user's choices, so that an older one that is ready late is not put on. */
  #choice = 0;

  constructor(options: WearLookOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      this.#choice += 1;
      if (this.#worn) this.#inUse.retire(this.#worn);
      this.#worn = null;
    });
  }

  /** Whether what is worn keeps a face from being seen. */
  get isHiding(): boolean {
    return this.#worn?.onFailure === 'closed';
  }

  /** Null: frames pass untouched. What is worn stays on while the next look is prepared: no gap, no flicker. */
  async wear(wearing: Wearing | null): Promise<void> {
    const { tell, detectAhead, signal } = this.#options;
    if (signal.aborted) return;
    this.#choice += 1;
    const choice = this.#choice;
    let isPreparing = wearing !== null;
    detectAhead(() => isPreparing && choice === this.#choice && !this.#worn?.requires.has('heads'));
    try {
      const read = wearing && readWearing(wearing);
      const prepared = read && (await this.#prepare(read.look));
      if (choice !== this.#choice) return prepared?.dispose();
      this.#putOn(prepared);
      tell({ type: 'wearing', filterIds: read?.filterIds ?? [] });
    } catch (error) {
      if (choice === this.#choice) this.fail(problemOf(error) ?? 'render-failed');
    } finally {
      isPreparing = false;
    }
  }

  fail(problem: ProblemCode): void {
    if (this.#options.signal.aborted) return;
    this.#choice += 1;
    this.#putOn(null);
    this.#options.tell({ type: 'problem', problem });
  }

  /** A look that needs no heads goes on without the engine. */
  failWithoutEngine(problem: ProblemCode): void {
    if (this.#worn?.requires.has('heads')) this.fail(problem);
  }

  async #prepare(look: Look): Promise<PreparedLook> {
    const prepared = await this.#options.prepare(look);
    try {
      if (prepared.requires.has('heads')) await this.#options.headsReady;
      return prepared;
    } catch (error) {
      prepared.dispose();
      throw error;
    }
  }

  /** From the next frame on. */
  #putOn(look: PreparedLook | null): void {
    const { slot, draw } = this.#options;
    const before = this.#worn;
    this.#worn = look;
    if (look) slot.setTransform(this.#inUse.counted(look, draw(look)), look.onFailure);
    else slot.setTransform(null);
    if (before) this.#inUse.retire(before);
  }
}
