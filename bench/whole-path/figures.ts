/** From what the page saw to rows of the bench's table. Pure; lower than the floor is possible, and is noise. */
import type { LineFigures, Spread } from '../../src/shared/line-protocol.ts';
import type { Observation } from './page.ts';

export interface Row {
  readonly use: 'track' | 'call';
  /** A filter's id, or passthrough: the extension is there and no filter is on. */
  readonly filter: string;
  readonly tab: 'visible' | 'hidden';
  /** Frames a second of the track that the page holds. */
  readonly fps: number;
  /** Frames a second that the far end decoded. */
  readonly farFps: number | null;
  /** How much later frames come than the median frame of passthrough in the same tab state. */
  readonly addedMs: Spread;
  /** Time that the page's main thread was busy for each frame, all that the page does included. */
  readonly mainThreadMs: number;
  /** What the line measured of itself; null without a filter. */
  readonly line: LineFigures | null;
}

/** Value at a share (0..1) of the sorted list: nearest rank. Throws on an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new Error('Expected at least one measured value, got none');
  return value;
}

/** Rates and latencies of one observation; the floor is passthrough's, in the same tab state of the same camera. */
export function measureObservation(
  { elapsedMs, delaysMs, farFrames }: Observation,
  floor: Observation,
): Pick<Row, 'fps' | 'farFps' | 'addedMs'> {
  const floorMs = quantile(floor.delaysMs, 0.5);
  return {
    fps: (delaysMs.length * 1000) / elapsedMs,
    farFps: farFrames === null ? null : (farFrames * 1000) / elapsedMs,
    addedMs: { p50: quantile(delaysMs, 0.5) - floorMs, p95: quantile(delaysMs, 0.95) - floorMs },
  };
}

/** The table, in Markdown. */
export function toMarkdown(rows: readonly Row[]): string {
  const lines = rows.map(({ use, filter, tab, fps, farFps, addedMs, mainThreadMs, line }) => {
    const own = line ? `${line.latencyMs.p50.toFixed(1)} / ${line.latencyMs.p95.toFixed(1)}` : '-';
    const far = farFps === null ? '-' : farFps.toFixed(1);
    const added = `${addedMs.p50.toFixed(1)} / ${addedMs.p95.toFixed(1)}`;
    return `| ${use} | ${filter} | ${tab} | ${fps.toFixed(1)} | ${far} | ${added} | ${own} | ${mainThreadMs.toFixed(1)} |`;
  });
  return [
    '| page | filter | tab | fps | far end fps | added ms, p50 / p95 | line ms, p50 / p95 | main thread ms a frame |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** The stages of each filter while the tab is visible, in Markdown. */
export function stagesToMarkdown(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ tab, line }) => tab === 'visible' && line !== null)
    .map(({ use, filter, line }) => {
      const stages = Object.entries(line?.stagesMs ?? {}).map(
        ([stage, { p50, p95 }]) => `${stage} ${p50.toFixed(1)} / ${p95.toFixed(1)}`,
      );
      return `| ${use} | ${filter} | ${stages.join(', ')} |`;
    });
  return ['| page | filter | stages, ms, p50 / p95 |', '|---|---|---|', ...lines].join('\n');
}
