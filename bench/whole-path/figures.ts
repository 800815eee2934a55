/** From what the page saw to the bench's figures. Pure; lower than the floor is possible, and is noise. */
import type { Spread } from '../../src/shared/pipeline-protocol.ts';
import type { BusyTimes } from './main-thread.ts';
import type { Observation } from './page.ts';

/** Nulls where no frame came, as from a rival in a hidden tab. */
export interface NullableSpread {
  readonly p50: number | null;
  readonly p95: number | null;
}

/** One stretch of time under one name. */
export interface Measured {
  readonly observation: Observation;
  readonly busy: BusyTimes;
  /** Passthrough's median delay beside it, of the same camera and clock. */
  readonly floorMs: number;
  readonly pipeline: { readonly stagesMs: Readonly<Record<string, Spread>> } | null;
}

export interface NameFigures {
  /** Frames a second of the track that the page holds. */
  readonly fpsOut: number;
  /** Frames a second that the far end of a call decoded; null without a call. */
  readonly fpsFar: number | null;
  /** How much later frames come than the median frame of passthrough. */
  readonly latencyMs: NullableSpread;
  /** Time that tasks took on the page's main thread for each frame, by the clock; and in processor time. */
  readonly mainThreadMs: NullableSpread;
  readonly mainThreadCpuMs: NullableSpread;
  readonly longestTaskMs: number;
  /** The pipeline's own stages, of the last stretch. */
  readonly stagesMs: Readonly<Record<string, Spread>> | null;
}

/** Value at a share (0..1) of the sorted list: nearest rank. Throws on an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new Error('Expected at least one measured value, got none');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function spreadOf(values: readonly number[]): NullableSpread {
  if (values.length === 0) return { p50: null, p95: null };
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** All stretches of one name as one. */
export function combine(stretches: readonly Measured[]): NameFigures {
  const seconds = stretches.reduce((sum, { observation }) => sum + observation.elapsedMs / 1000, 0);
  const frames = stretches.reduce((sum, { observation }) => sum + observation.delaysMs.length, 0);
  const far = stretches.map(({ observation }) => observation.farFrames);
  const addedMs = stretches.flatMap(({ observation, floorMs }) =>
    observation.delaysMs.map((delay) => delay - floorMs),
  );
  return {
    fpsOut: frames / seconds,
    fpsFar: far.includes(null) ? null : far.reduce<number>((sum, count) => sum + (count ?? 0), 0) / seconds,
    latencyMs: spreadOf(addedMs),
    mainThreadMs: spreadOf(stretches.flatMap(({ busy }) => busy.wallMs)),
    mainThreadCpuMs: spreadOf(stretches.flatMap(({ busy }) => busy.processorMs)),
    longestTaskMs: Math.max(...stretches.map(({ busy }) => busy.longestTaskMs)),
    stagesMs: stretches.findLast(({ pipeline }) => pipeline !== null)?.pipeline?.stagesMs ?? null,
  };
}
