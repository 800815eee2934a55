/**
 * How long the engine rests between two detections: less when heads were not where they were expected, more while they are.
 * Video comes first: detection takes its share of one core and no more. Pure; owns what is useful, by what was foretold wrongly.
 */

/** What heads do, in widths of a face: how fast (a second), and how far from what was expected; or that there are none. */
export type SeenMotion = { readonly speed: number; readonly surprise: number } | 'no heads';

export interface DetectionTurn {
  /** Time of the engine's thread for the last detection. */
  readonly detectionMs: number;
  readonly shareOfACore: number;
  readonly motion: SeenMotion;
  /** What is worn keeps a face from being seen. */
  readonly isHiding: boolean;
}

/** A head that strays by this much more than noise, a millimetre, is expected well enough. */
const ALLOWED_FACE_WIDTHS = 0.0075;
/** Rests grow by this at most after a detection that was foretold rightly, and shrink as much as is needed. */
const GROWTH = 1.15;
const LEAST_SHARE = 0.1;
/** Thirty a second are every frame, four are enough for a head that is still. */
const SHORTEST_US = 33_000;
const LONGEST_US = 250_000;
/** A head that moves evenly may stop at any time: by then it shall have moved by this much at most. */
const TRAVEL_FACE_WIDTHS = 0.1;
/** A face that is hidden is never left alone for longer. */
const LONGEST_HIDING_US = 100_000;
/** A face that appears waits for two detections. */
const LONGEST_WITHOUT_HEADS_US = 150_000;

export class DetectionPace {
  #usefulUs = SHORTEST_US;

  /** Microseconds from the start of a detection to the start of the next. */
  next({ detectionMs, shareOfACore, motion, isHiding }: DetectionTurn): number {
    const affordableUs = (1000 * detectionMs) / shareOfACore;
    const longestUs = isHiding ? LONGEST_HIDING_US : LONGEST_US;
    const usefulUs = Math.min(longestUs, this.#useful(motion));
    return Math.min(LONGEST_US, Math.max(affordableUs, usefulUs));
  }

  #useful(motion: SeenMotion): number {
    if (motion === 'no heads') return LONGEST_WITHOUT_HEADS_US;
    const { speed, surprise } = motion;
    if (!Number.isFinite(surprise)) return 0;
    const factor = Math.min(GROWTH, Math.max(LEAST_SHARE, ALLOWED_FACE_WIDTHS / Math.max(surprise, 1e-6)));
    this.#usefulUs = Math.min(LONGEST_US, Math.max(SHORTEST_US, this.#usefulUs * factor));
    return Math.min(this.#usefulUs, (1e6 * TRAVEL_FACE_WIDTHS) / Math.max(speed, 1e-6));
  }
}
