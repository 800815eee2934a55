/** What a browser's processes used between two moments, in cores, by process and by thread; and above another's. Pure. */
import { median } from '../whole-path/figures.ts';
import { threadKind } from './proc-stat.ts';
import type { Moment } from './process-times.ts';

type Cores = Readonly<Record<string, number>>;

export interface Sample {
  readonly total: number;
  /** By the kind of process. */
  readonly processes: Cores;
  /** By the kind of process and thread; what had ended before the second moment is in its process alone. */
  readonly threads: Cores;
}

/** And how many frames of each camera came a second. */
export interface SeatSample extends Sample {
  readonly fps: readonly number[];
}

/** A process or thread that began between the moments counts from zero, one that ended does not count. */
export function sampleBetween(before: Moment, after: Moment, ticksASecond: number): Sample {
  const ticksASpan = (ticksASecond * (after.atMs - before.atMs)) / 1000;
  const was = new Map(before.processes.map((one) => [one.id, one]));
  const [processes, threads]: Record<string, number>[] = [{}, {}];
  const add = (to: Record<string, number>, name: string, ticks: number) => {
    to[name] = (to[name] ?? 0) + ticks / ticksASpan;
  };
  for (const { id, kind, ticks, threads: now } of after.processes) {
    const earlier = was.get(id);
    add(processes ?? {}, kind, ticks - (earlier?.ticks ?? 0));
    const threadsWas = new Map(earlier?.threads.map((one) => [one.id, one.ticks]));
    for (const thread of now) {
      add(
        threads ?? {},
        `${kind} ${threadKind(thread.name)}`,
        thread.ticks - (threadsWas.get(thread.id) ?? 0),
      );
    }
  }
  const total = Object.values(processes ?? {}).reduce((sum, cores) => sum + cores, 0);
  return { total, processes: processes ?? {}, threads: threads ?? {} };
}

/** Each of a browser's samples less the plain browser's of the same round. */
export interface Pair {
  readonly worn: SeatSample;
  readonly plain: SeatSample;
}

/** Medians over the rounds, in cores above the plain browser; null where no round has a sample. */
export function aboveOf(pairs: readonly Pair[]): SeatSample | null {
  if (pairs.length === 0) return null;
  return {
    total: median(pairs.map(({ worn, plain }) => worn.total - plain.total)),
    processes: mediansAbove(pairs, ({ processes }) => processes),
    threads: mediansAbove(pairs, ({ threads }) => threads),
    fps: (pairs[0]?.worn.fps ?? []).map((_, camera) =>
      median(pairs.map(({ worn }) => worn.fps[camera] ?? 0)),
    ),
  };
}

function mediansAbove(pairs: readonly Pair[], read: (sample: Sample) => Cores): Cores {
  const names = new Set(pairs.flatMap(({ worn, plain }) => Object.keys({ ...read(worn), ...read(plain) })));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      median(pairs.map(({ worn, plain }) => (read(worn)[name] ?? 0) - (read(plain)[name] ?? 0))),
    ]),
  );
}
