/**
 * How finely is drawn, so that a drawing takes no longer than it may. Pure policy: it hears what drawings have taken and
 * answers with the samples a side of a pixel. Owns the bound and when it gives up samples, then resolution.
 */

/** Samples a side of a pixel, finest first; a half: of two pixels. */
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
/** The least of so many drawings is what one costs: in the others somebody else had the processor, or code was compiled. */
const LOOKED_AT = 8;
/** What a finer scale once took is forgotten so fast: halved in some 20 seconds. */
const FORGET = 0.999;

/** What a scale costs, ms for a sample. */
interface ScaleCost {
  readonly newest: number[];
  least: number;
}

export function createDrawingBudget(): DrawingBudget {
  const costs = SCALES.map((): ScaleCost => ({ newest: [], least: 0 }));
  let level = 0;
  let atEaseFor = 0;

  const takes = (at: number, areaPx: number) => (costs[at]?.least ?? 0) * areaPx * (SCALES[at] ?? 1) ** 2;

  return {
    choose(areaPx, finest) {
      const asked = SCALES.indexOf(finest);
      let used = Math.max(level, asked);
      while (used < SCALES.length - 1 && takes(used, areaPx) > COARSER_FROM_MS) {
        used += 1;
        level = used;
        atEaseFor = 0;
      }
      const finer = level > 0 ? costs[level - 1] : undefined;
      if (finer) {
        finer.least *= FORGET;
        atEaseFor = takes(level - 1, areaPx) < FINER_BELOW_MS ? atEaseFor + 1 : 0;
        if (atEaseFor >= FINER_AFTER) {
          level -= 1;
          atEaseFor = 0;
          finer.newest.length = 0;
        }
      }
      return SCALES[Math.max(level, asked)] ?? 1;
    },
    see({ areaPx, scale, ms }) {
      const cost = costs[SCALES.indexOf(scale)];
      if (!cost) return;
      cost.newest.push(ms / Math.max(1, areaPx * scale ** 2));
      if (cost.newest.length < LOOKED_AT) return;
      cost.least = Math.min(...cost.newest);
      cost.newest.shift();
    },
  };
}
