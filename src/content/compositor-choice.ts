/**
 * Which compositor paints: chosen by what both take on this machine's own frames, never by the name of a GPU.
 * Pure policy: it is told durations and says what to try next; trying is compositors.ts.
 */
import type { Compositor } from '../shared/line-protocol.ts';

/** small: a sixteenth of the picture, so that a machine that draws slowly is found out without being held up. */
export type Trial = 'small' | 'whole';

export interface CompositorChoice {
  /** Null while it is open. */
  readonly chosen: Compositor | null;
  /** What planes took for a frame. */
  seePlanes(ms: number): void;
  /** What to try on the GPU next; null: nothing now. */
  next(): Trial | null;
  /** What a trial took, the GPU's work and fetching the result among it. */
  seeGpu(trial: Trial, ms: number): void;
  /** The GPU cannot do it at all. */
  refuseGpu(): void;
}

/** Frames of planes before the first trial: caches and compilers have settled by then. */
const PLANES_BEFORE = 30;
/** The first drawing builds the shaders, so it says nothing. */
const WARM_UPS = 1;
const TRIALS = 5;
/** Above this a small picture says no: a whole one may take four times as long, and none may hold its thread for 50 ms. */
const MOST_SMALL_MS = 12;
/** Planes leave what nothing covers bit for bit as it was, so the GPU must be faster by a fifth. */
const BETTER = 0.8;

export function createCompositorChoice(stored: Compositor | null = null): CompositorChoice {
  let chosen = stored;
  let warmUps = 0;
  let smallMs: number | null = null;
  const planesMs: number[] = [];
  const gpuMs: number[] = [];

  return {
    get chosen() {
      return chosen;
    },
    seePlanes(ms) {
      planesMs.push(ms);
      if (planesMs.length > PLANES_BEFORE) planesMs.shift();
    },
    next() {
      if (chosen || planesMs.length < PLANES_BEFORE) return null;
      return smallMs === null ? 'small' : 'whole';
    },
    seeGpu(trial, ms) {
      if (warmUps < WARM_UPS) warmUps += 1;
      else if (trial === 'whole') gpuMs.push(ms);
      else {
        smallMs = ms;
        if (ms >= Math.min(median(planesMs), MOST_SMALL_MS)) chosen = 'planes';
      }
      if (gpuMs.length >= TRIALS) chosen = median(gpuMs) < BETTER * median(planesMs) ? 'gpu' : 'planes';
    },
    refuseGpu() {
      chosen = 'planes';
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
