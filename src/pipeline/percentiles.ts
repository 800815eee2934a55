/** The newest durations of one thing, in a ring that is allocated once, and how they are spread. */
import type { Spread } from '../shared/pipeline-protocol.ts';

const SAMPLES_KEPT = 120;

export interface Durations {
  add(ms: number): void;
  spread(): Spread;
}

export function createDurations(): Durations {
  const ring = new Float64Array(SAMPLES_KEPT);
  let count = 0;
  return {
    add(ms) {
      ring[count % SAMPLES_KEPT] = ms;
      count += 1;
    },
    spread() {
      const sorted = ring.slice(0, Math.min(count, SAMPLES_KEPT)).sort();
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
      return { p50: at(0.5), p95: at(0.95) };
    },
  };
}
