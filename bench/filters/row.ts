/** One filter's row: what was measured, what it must reach, and the table of all. Pure; measuring is run.ts. */
import type { Spread } from '../../src/shared/pipeline-protocol.ts';
import { table } from '../table.ts';

/** Frames a second at 1280x720 that every filter must reach, and one of each group at once. */
export const LEAST_FPS = { alone: 28, together: 26 } as const;

export interface FilterFigures {
  /** Of the track that the page holds, 30 being the camera's. */
  readonly fps: number;
  /** Time a frame of the stages that draw, on the pipeline's thread. */
  readonly renderMs: Spread;
  /** Arrival of the camera's frame to hand-over of the drawn one. */
  readonly latencyMs: Spread;
}

export interface FilterRow {
  readonly name: string;
  readonly group: string;
  /** Of the declaration as JSON. */
  readonly bytes: number;
  readonly leastFps: number;
  /** Null: it could not be measured, and the note says why. */
  readonly figures: FilterFigures | null;
  /** What happened besides; empty when nothing did. */
  readonly note: string;
}

/** What is not as it must be, a sentence each; none when every row is. */
export function shortfalls(rows: readonly FilterRow[]): string[] {
  return rows.flatMap(({ name, figures, leastFps, note }) => {
    if (figures === null) return [`${name} could not be measured: ${note}`];
    if (figures.fps >= leastFps) return [];
    return [`${name} has ${figures.fps.toFixed(1)} frames a second, and must have ${leastFps}`];
  });
}

export function rowCells({ name, group, figures, bytes, note }: FilterRow): string[] {
  const both = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  const measured = figures
    ? [figures.fps.toFixed(1), both(figures.renderMs), both(figures.latencyMs)]
    : ['-', '-', '-'];
  return [name, group, ...measured, String(bytes), note];
}

export function filtersTable(rows: readonly FilterRow[]): string {
  return table('filter | group | fps | render ms, p50 / p95 | added ms | bytes | note', rows.map(rowCells));
}
