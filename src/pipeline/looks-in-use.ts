/**
 * How long prepared looks live: one that is taken off is disposed when none of its frames is under way any more,
 * and never before. A frame may be late and still be drawn beside the first frames of the next look.
 */
import type { PreparedLook } from '../render/prepared-look.ts';
import type { FrameTransform } from './frame-step.ts';

type Disposable = Pick<PreparedLook, 'dispose'>;

export class LooksInUse {
  readonly #framesUnderWay = new Map<Disposable, number>();
  readonly #retired = new Set<Disposable>();

  /** The same transform, whose frames are counted as frames of this look. */
  counted(look: Disposable, transform: FrameTransform): FrameTransform {
    return async (...frame) => {
      this.#count(look, 1);
      try {
        return await transform(...frame);
      } finally {
        this.#count(look, -1);
        this.#disposeIfIdle(look);
      }
    };
  }

  /** No frame of this look begins from now on. */
  retire(look: Disposable): void {
    this.#retired.add(look);
    this.#disposeIfIdle(look);
  }

  #count(look: Disposable, change: 1 | -1): void {
    this.#framesUnderWay.set(look, (this.#framesUnderWay.get(look) ?? 0) + change);
  }

  #disposeIfIdle(look: Disposable): void {
    if (!this.#retired.has(look) || this.#framesUnderWay.get(look)) return;
    this.#retired.delete(look);
    this.#framesUnderWay.delete(look);
    look.dispose();
  }
}
