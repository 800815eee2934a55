/** Mean, median and percentile of a list of numbers, and the time of a call: the words the pose benches speak in. */

export interface Summary {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

/** NaN for nothing, which JSON shows as null. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (fraction: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? Number.NaN;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: at(0.5),
    p95: at(0.95),
  };
}

/** Median microseconds a call over batches, after a warm-up. */
export function timeUs(call: (round: number) => unknown, { batches = 21, batch = 200 } = {}): number {
  const times: number[] = [];
  for (let i = 0; i < batches; i++) {
    const start = performance.now();
    for (let k = 0; k < batch; k++) call(i * batch + k);
    times.push(((performance.now() - start) * 1000) / batch);
  }
  return summarise(times.slice(5)).median;
}
