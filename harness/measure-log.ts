/** What a far end's log of frames says of a call: its rate, its longest pause, its darkest frame. */
import type { FarFrame } from './pages/far-end.ts';

export interface LogFigures {
  readonly framesPerSecond: number;
  /** The longest time that the far end showed one and the same picture. */
  readonly longestFreezeMs: number;
  /** The darkest frame's mean, 0..255. */
  readonly darkestLuma: number;
}

/** Judges a log: a repeated frame number is a frozen picture. */
export function measureLog(log: readonly FarFrame[]): LogFigures {
  const [first] = log;
  const last = log.at(-1);
  if (!first || !last || log.length < 2) throw new Error(`Expected a log of frames, got ${log.length}`);
  let longestFreezeMs = 0;
  let shown = first;
  for (const frame of log) {
    if (frame.number !== shown.number || frame.number === null) {
      longestFreezeMs = Math.max(longestFreezeMs, frame.atMs - shown.atMs);
      shown = frame;
    }
  }
  return {
    framesPerSecond: ((log.length - 1) * 1000) / (last.atMs - first.atMs),
    longestFreezeMs: Math.max(longestFreezeMs, last.atMs - shown.atMs),
    darkestLuma: Math.min(...log.map(({ meanLuma }) => meanLuma)),
  };
}
