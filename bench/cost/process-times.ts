/**
 * The processor time of a process and of all that came from it, read out of /proc at one moment. Linux alone has it.
 * What lies between two moments is sample.ts.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { type ProcStat, parseProcStat, processKind, treeOf } from './proc-stat.ts';

export interface ProcessTimes {
  readonly id: number;
  readonly kind: string;
  readonly ticks: number;
  readonly threads: readonly ProcStat[];
}

export interface Moment {
  readonly atMs: number;
  readonly processes: readonly ProcessTimes[];
}

/** Clock ticks a second. */
export function getTickRate(): number {
  return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}

/** Throws where there is no /proc, and when the process has ended. */
export function readMoment(rootId: number): Moment {
  if (process.platform !== 'linux') {
    throw new Error(`Expected Linux, whose /proc tells processor times, got ${process.platform}`);
  }
  const atMs = performance.now();
  const all = idsIn('/proc').flatMap((id) => readStat(`/proc/${id}/stat`) ?? []);
  const tree = treeOf(rootId, all);
  const found = all.filter(({ id }) => tree.has(id));
  if (!found.some(({ id }) => id === rootId)) {
    throw new Error(`Expected the browser's process ${rootId} in /proc, it is gone`);
  }
  return { atMs, processes: found.flatMap((stat) => withThreads(stat) ?? []) };
}

/** Null when it has ended meanwhile. */
function withThreads({ id, ticks }: ProcStat): ProcessTimes | null {
  try {
    const kind = processKind(readFileSync(`/proc/${id}/cmdline`, 'utf8'));
    const threads = idsIn(`/proc/${id}/task`).flatMap(
      (thread) => readStat(`/proc/${id}/task/${thread}/stat`) ?? [],
    );
    return { id, kind, ticks, threads };
  } catch {
    return null;
  }
}

function idsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^\d+$/.test(name));
}

function readStat(file: string): ProcStat | null {
  let line: string;
  try {
    line = readFileSync(file, 'utf8');
  } catch {
    // It has ended since the folder was read.
    return null;
  }
  return parseProcStat(line);
}
