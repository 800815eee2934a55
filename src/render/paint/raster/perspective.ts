/**
 * When a straight line in the picture is good enough for what runs straight in space. Owns the bounds.
 * A value that differs by d between two corners of which one is r times as far away bends by d * (r - 1) / 4 at most.
 */

/** Samples between two places that are computed exactly where a triangle needs it. */
export const RUN = 16;

/** @param bend the most that may be missed, in the value's own unit */
export function isStraight(
  range: number,
  bend: number,
  nearA: number,
  nearB: number,
  nearC: number,
): boolean {
  const least = Math.min(nearA, nearB, nearC);
  return range * (Math.max(nearA, nearB, nearC) - least) < 4 * bend * least;
}
