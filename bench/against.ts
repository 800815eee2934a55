/** This build's figures beside another build's: ratios row by row, ours divided by the other's. Pure. */
import { busyTable } from './busy/report.ts';
import type { BenchReport } from './report.ts';
import type { SizeFigures } from './size.ts';
import type { StartFigures } from './start/run.ts';
import { table } from './table.ts';

type ByRow = Readonly<Record<string, number | null>>;

/** Of what a ratio is given, by row; null where one of the two has no figure. */
export interface Ratios {
  readonly fpsOut?: ByRow;
  readonly latencyP50?: ByRow;
  readonly latencyP95?: ByRow;
  readonly mainThreadP50?: ByRow;
  readonly mainThreadP95?: ByRow;
  readonly startMs?: ByRow;
  readonly startSlow4xMs?: ByRow;
  readonly sizes?: ByRow;
}

/** The other build's figures, in the report's own form, and the ratios. */
export type AgainstReport = Pick<
  BenchReport,
  | 'fpsOut'
  | 'fpsFar'
  | 'latencyMs'
  | 'mainThreadMs'
  | 'mainThreadCpuMs'
  | 'longestTaskMs'
  | 'stagesMs'
  | 'startMs'
  | 'startSlow4xMs'
  | 'busyPageFps'
> &
  Partial<SizeFigures> & {
    readonly commit: string;
    /** Ours as it was packed for the comparison of sizes: for users, or for the demo as the other build is. */
    readonly oursSized?: SizeFigures & { readonly like: 'dist' | 'dist-demo' };
    readonly ratios: Ratios;
  };

export function ratiosOf(ours: Partial<BenchReport>, other: Omit<AgainstReport, 'ratios'>): Ratios {
  const { startMs, startSlow4xMs, oursSized } = other;
  const spreads = (of: 'latencyMs' | 'mainThreadMs', at: 'p50' | 'p95') =>
    byRow(ours[of], other[of], (spread) => spread?.[at]);
  const sizes: Partial<SizeFigures> = other;
  return {
    ...(ours.fpsOut &&
      other.fpsOut && {
        fpsOut: byRow(ours.fpsOut, other.fpsOut, (fps) => fps),
        latencyP50: spreads('latencyMs', 'p50'),
        latencyP95: spreads('latencyMs', 'p95'),
        mainThreadP50: spreads('mainThreadMs', 'p50'),
        mainThreadP95: spreads('mainThreadMs', 'p95'),
      }),
    ...(ours.startMs && startMs && { startMs: byRow({ ...ours.startMs }, { ...startMs }, (ms) => ms) }),
    ...(ours.startSlow4xMs &&
      startSlow4xMs && {
        startSlow4xMs: byRow({ ...ours.startSlow4xMs }, { ...startSlow4xMs }, (ms) => ms),
      }),
    ...(oursSized && {
      sizes: Object.fromEntries(SIZES.map((name) => [name, ratio(oursSized[name], sizes[name])])),
    }),
  };
}

const SIZES = [
  'packedBytes',
  'hookGzipBytes',
  'everyPageBytes',
  'pageProgramGzipBytes',
] as const satisfies (keyof SizeFigures)[];

/** Rows that both have. */
function byRow<Value>(
  ours: Readonly<Record<string, Value>> | undefined,
  other: Readonly<Record<string, Value>> | undefined,
  read: (value: Value | undefined) => number | null | undefined,
): ByRow {
  const names = Object.keys(ours ?? {}).filter((name) => other && name in other);
  return Object.fromEntries(names.map((name) => [name, ratio(read(ours?.[name]), read(other?.[name]))]));
}

/** Null where there is nothing to divide: no figure, or none above zero. */
export function ratio(of: number | null | undefined, to: number | null | undefined): number | null {
  return of === null || of === undefined || !to ? null : of / to;
}

/** A table for each part that both have. */
export function againstTables(
  ours: Partial<BenchReport>,
  { ratios, ...other }: AgainstReport,
): { readonly path?: string; readonly start?: string; readonly busy?: string; readonly size?: string } {
  const { fpsOut, startMs, startSlow4xMs, sizes } = ratios;
  const { oursSized, busyPageFps } = other;
  const pair = (
    of: number | null | undefined,
    to: number | null | undefined,
    digits: number,
    by: ByRow | undefined,
    name: string,
  ) => `${textOf(of, digits)} : ${textOf(to, digits)} = ${textOf(by?.[name], 2)}`;
  return {
    ...(fpsOut && {
      path: table(
        `this build : ${other.commit} = ratio | fps out | added ms, p50 | added ms, p95 | main thread ms a frame, p50 | p95`,
        Object.keys(fpsOut).map((name) => {
          const spread = (of: 'latencyMs' | 'mainThreadMs', at: 'p50' | 'p95', by: ByRow | undefined) =>
            pair(ours[of]?.[name]?.[at], other[of]?.[name]?.[at], 1, by, name);
          return [
            ...[name, pair(ours.fpsOut?.[name], other.fpsOut?.[name], 1, fpsOut, name)],
            ...[spread('latencyMs', 'p50', ratios.latencyP50), spread('latencyMs', 'p95', ratios.latencyP95)],
            ...[
              spread('mainThreadMs', 'p50', ratios.mainThreadP50),
              spread('mainThreadMs', 'p95', ratios.mainThreadP95),
            ],
          ];
        }),
      ),
    }),
    ...(startMs && {
      start: table(
        `starting, ms | this build : ${other.commit} = ratio${startSlow4xMs ? ' | slowed four times' : ''}`,
        Object.keys(startMs).map((name) => {
          const startPair = (of: 'startMs' | 'startSlow4xMs', by: ByRow | undefined) => {
            const read = (from: Partial<BenchReport>) => from[of]?.[name as keyof StartFigures];
            return pair(read(ours), read(other), 1, by, name);
          };
          const slowed = startSlow4xMs ? [startPair('startSlow4xMs', startSlow4xMs)] : [];
          return [name, startPair('startMs', startMs), ...slowed];
        }),
      ),
    }),
    ...(busyPageFps && { busy: busyTable(busyPageFps, `${other.commit}: `) }),
    ...(sizes && {
      size: table(
        `bytes${oursSized?.like === 'dist-demo' ? ', both as built for the demo' : ''} | this build : ${other.commit} = ratio`,
        SIZES.map((name) => [name, pair(oursSized?.[name], other[name], 0, sizes, name)]),
      ),
    }),
  };
}

const textOf = (value: number | null | undefined, digits: number) => value?.toFixed(digits) ?? '-';
