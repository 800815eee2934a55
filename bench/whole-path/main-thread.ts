/**
 * How long a thread was busy for each frame, out of a trace. Pure: events in, milliseconds out.
 * The time between two frames that leave is one frame's; each task counts where it began.
 */

/** What of a trace event matters here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread itself: without the waits for a core. */
  readonly tdur?: number;
}

export interface BusyOptions {
  /** Mark of the page's script, which tells its thread. */
  readonly pageMark: string;
  /** Mark of each frame that left, in any thread of the same process. */
  readonly frameMark: string;
}

export interface BusyTimes {
  /** One entry a frame: the clock's time that tasks took on the page's main thread. */
  readonly wallMs: readonly number[];
  /** The same in processor time, which a busy machine does not lengthen as much. */
  readonly processorMs: readonly number[];
  /** The longest single task. */
  readonly longestTaskMs: number;
}

/** Tasks nest nowhere: RunTask is the outermost. Throws when the page left no mark; no frames give no entries. */
export function measureBusyTimes(events: readonly TraceEvent[], options: BusyOptions): BusyTimes {
  const page = events.find(({ name }) => name === options.pageMark);
  if (!page) throw new Error(`Expected a mark ${options.pageMark} in the trace, found none`);
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === page.pid && tid === page.tid,
    )
    .toSorted((a, b) => a.ts - b.ts);
  const frames = events
    .filter(({ name, pid, ts }) => name === options.frameMark && pid === page.pid && ts > page.ts)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);

  const wallMs: number[] = [];
  const processorMs: number[] = [];
  let at = tasks.findIndex(({ ts }) => ts >= (frames[0] ?? Number.POSITIVE_INFINITY));
  for (let frame = 0; frame + 1 < frames.length && at >= 0; frame++) {
    let wall = 0;
    let processor = 0;
    for (; at < tasks.length && tasks[at]!.ts < frames[frame + 1]!; at++) {
      wall += tasks[at]!.dur ?? 0;
      processor += tasks[at]!.tdur ?? 0;
    }
    wallMs.push(wall / 1000);
    processorMs.push(processor / 1000);
  }
  const longestTaskMs = tasks.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0);
  return { wallMs, processorMs, longestTaskMs };
}
