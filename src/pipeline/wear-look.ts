/**
 * Puts looks on and takes them off. Owns the order of the user's choices, what is worn now, and what a failure does:
 * everything comes off, and the reason is told once. How a look is prepared and drawn is the caller's.
 */
import type { PreparedLook } from '../render/prepared-look.ts';
import type { FromPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import type { FrameSlot, FrameTransform } from './frame-step.ts';
import type { PreparerClient, ReadyLook } from './preparer-client.ts';

export interface WearLookOptions {
  readonly slot: Pick<FrameSlot, 'setTransform'>;
  readonly tell: (message: FromPipeline) => void;
  /** Everything that a look needs before its first frame, but heads. */
  readonly prepare: PreparerClient['prepare'];
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
  /** What frames go through now. */
  #worn: PreparedLook | null = null;
  /** What it was prepared of. */
  #wearing: Wearing | null = null;
  /** Counts the user's choices, so that an older one that is ready late is not put on. */
  #choice = 0;
  /** What frames are like, as far as it is known. */
  #frames: FrameKind | null = null;
  #isRefitting = false;

  constructor(options: WearLookOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      this.#choice += 1;
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
      const ready = wearing && (await this.#prepare(wearing));
      if (choice !== this.#choice) return;
      this.#wearing = wearing;
      this.#putOn(ready?.look ?? null);
      tell({ type: 'wearing', filterIds: ready?.filterIds ?? [] });
    } catch (error) {
      if (choice === this.#choice) this.fail(problemOf(error) ?? 'render-failed');
    } finally {
      isPreparing = false;
    }
  }

  /** What is worn was made for frames of another kind than those that come: it is prepared again, and stays on meanwhile. */
  async refit(frames: FrameKind): Promise<void> {
    this.#frames = frames;
    const [wearing, choice] = [this.#wearing, this.#choice];
    if (this.#isRefitting || !wearing) return;
    this.#isRefitting = true;
    try {
      const { look } = await this.#options.prepare(wearing, frames);
      // Another choice may be made, or on, by now.
      if (choice === this.#choice && wearing === this.#wearing) this.#putOn(look);
    } catch {
      // It stays as it is: a shade off, or without what is fixed to the screen.
    } finally {
      this.#isRefitting = false;
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

  async #prepare(wearing: Wearing): Promise<ReadyLook> {
    const ready = await this.#options.prepare(wearing, this.#frames);
    if (ready.look.requires.has('heads')) await this.#options.headsReady;
    return ready;
  }

  /** From the next frame on. */
  #putOn(look: PreparedLook | null): void {
    const { slot, draw } = this.#options;
    this.#worn = look;
    if (look) slot.setTransform(draw(look), look.onFailure, JSON.stringify(this.#wearing));
    else slot.setTransform(null);
  }
}
