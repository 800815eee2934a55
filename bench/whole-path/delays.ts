/**
 * How old the picture is that a captured canvas delivers. Its frames carry a clock of their own, so the rival paints
 * the number of its drawing into a corner, and the drawing knows which camera frame it showed. Pure.
 */
import type { Arrival } from './reader.ts';

/** One drawing of the rival. */
export interface Draw {
  /** What was painted into the corner: the drawing's number, modulo MARKERS. */
  readonly marker: number;
  /** Of the camera frame that was drawn, as the video element tells it, milliseconds. */
  readonly mediaTimeMs: number;
}

/** As many as a byte holds. */
export const MARKERS = 256;
/** Media times are the camera's timestamps less a constant, but for rounding. */
const SAME_MS = 0.5;

/**
 * The constant by which the camera's timestamps are ahead of a video element's media times: that which makes most of the
 * times meet. Throws when no more than half do.
 */
export function matchClocks(cameraMs: readonly number[], mediaMs: readonly number[]): number {
  let best = { offsetMs: 0, hits: 0 };
  for (const camera of cameraMs) {
    for (const media of mediaMs.slice(0, 8)) {
      const offsetMs = camera - media;
      const hits = mediaMs.filter((one) =>
        cameraMs.some((other) => Math.abs(one + offsetMs - other) < SAME_MS),
      ).length;
      if (hits > best.hits) best = { offsetMs, hits };
    }
  }
  if (best.hits * 2 < mediaMs.length || best.hits < 2) {
    throw new Error(`Expected the drawn frames to be the camera's, ${best.hits} of ${mediaMs.length} are`);
  }
  return best.offsetMs;
}

/** Delays of captured frames, milliseconds; frames whose drawing is not among `draws` are left out. */
export function delaysOfDrawn(
  arrivals: readonly Arrival[],
  draws: readonly Draw[],
  offsetMs: number,
): number[] {
  const delaysMs: number[] = [];
  let from = 0;
  for (const { atMs, marker } of arrivals) {
    const index = draws.findIndex((draw, at) => at >= from && draw.marker === marker);
    if (index < 0) continue;
    from = index;
    delaysMs.push(atMs - (draws[index]!.mediaTimeMs + offsetMs));
  }
  return delaysMs;
}
