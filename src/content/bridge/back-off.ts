/**
 * When to try again what has failed: soon, then ever more rarely, for ever.
 * Time is an argument in milliseconds of any clock; waiting is the caller's.
 */

/** Soon enough that a passing trouble (a graphics driver that restarts) costs a blink. */
export const FIRST_WAIT_MS = 1_000;
/** Rare enough that a trouble that stays costs the call nothing. */
export const LONGEST_WAIT_MS = 60_000;
/** What works for this long has recovered; a failure before that is the same trouble again. */
export const STEADY_MS = 15_000;

export interface BackOff {
  /** It failed: how long to wait before the next try. */
  failed(atMs: number): number;
  /** It works from now on. */
  worked(atMs: number): void;
}

export function createBackOff(): BackOff {
  let failures = 0;
  let workingSinceMs: number | null = null;

  return {
    failed(atMs) {
      if (workingSinceMs !== null && atMs - workingSinceMs >= STEADY_MS) failures = 0;
      workingSinceMs = null;
      failures += 1;
      return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    },
    worked(atMs) {
      workingSinceMs ??= atMs;
    },
  };
}
