/**
 * How finely is drawn, so that a drawing takes no longer than it may. Pure policy: it hears what drawings have taken and
 * answers with the samples a side of a pixel. Owns the bound and when it gives up samples, then resolution.
 */

/** RasterSamples a side of a pixel, finest first; a half: of two pixels. */
export const SCALES = [2, 1, 0.5] as const;
export type Scale = (typeof SCALES)[number];

export interface DrawingBudget {
  /** For the next drawing, of so many pixels; no finer than what was asked for. */
  choose(areaPx: number, finest: Scale): Scale;
  /** What a drawing has taken. */
  see(drawing: { readonly areaPx: number; readonly scale: Scale; readonly ms: number }): void;
}

/** No drawing may take longer. A coarser scale is taken before, a finer one again when it is well below. */
const MOST_MS = 12;
const COARSER_FROM_MS = 0.8 * MOST_MS;
const FINER_BELOW_MS = 0.5 * MOST_MS;
/** Drawings in a row that must allow a finer scale. */
const FINER_AFTER = 30;
/** The weight of the newest drawing in the estimate. One that took very long, for others had the processor, counts little. */
const NEWEST = 0.25;
const OUTLIER = 2;
/** What a finer scale once took is forgotten so fast: halved in some 20 seconds. */
const FORGET = 0.999;
/** Before anything was measured, on a machine that is ten times slower than a usual one: ms for a pixel's sample. */
const FIRST_GUESS_MS = 2e-5;

export function createDrawingBudget(): DrawingBudget {
  /** Of each scale: ms for a sample. */
  const costs = SCALES.map(() => FIRST_GUESS_MS);
  const seen = SCALES.map(() => false);
  let level = 0;
  let atEaseFor = 0;

  const takes = (at: number, areaPx: number) => (costs[at] ?? 0) * areaPx * (SCALES[at] ?? 1) ** 2;

  return {
    choose(areaPx, finest) {
      if (level > 0) costs[level - 1] = (costs[level - 1] ?? 0) * FORGET;
      while (level < SCALES.length - 1 && takes(level, areaPx) > COARSER_FROM_MS) {
        // What was never measured is taken to cost what the finer one did.
        if (!seen[level + 1]) costs[level + 1] = costs[level] ?? 0;
        level += 1;
        atEaseFor = 0;
      }
      atEaseFor = level > 0 && takes(level - 1, areaPx) < FINER_BELOW_MS ? atEaseFor + 1 : 0;
      if (atEaseFor >= FINER_AFTER) {
        level -= 1;
        atEaseFor = 0;
      }
      return SCALES[Math.max(level, SCALES.indexOf(finest))] ?? 1;
    },
    see({ areaPx, scale, ms }) {
      const at = SCALES.indexOf(scale);
      const now = ms / Math.max(1, areaPx * scale ** 2);
      const before = costs[at] ?? 0;
      const newest = seen[at] ? Math.min(now, OUTLIER * before) : now;
      costs[at] = seen[at] ? before + NEWEST * (newest - before) : newest;
      seen[at] = true;
    },
  };
}
