/**
 * Rows that are measured already, in a file, so that a run that was cut off goes on where it was.
 * Owns the file; it is begun anew when it speaks of other measurements.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { FilterRow } from './row.ts';

export interface KeptRows {
  readonly rows: readonly FilterRow[];
  add(row: FilterRow): void;
}

/** `of` names what the rows are measurements of; without a file they are kept for this run alone. */
export function keepRows(file: string | undefined, of: string): KeptRows {
  const rows = file !== undefined && existsSync(file) ? readRows(file, of) : [];
  return {
    rows,
    add(row) {
      rows.push(row);
      if (file !== undefined) writeFileSync(file, JSON.stringify({ of, rows }));
    },
  };
}

function readRows(file: string, of: string): FilterRow[] {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly of: string; readonly rows: FilterRow[] };
  return kept.of === of ? kept.rows : [];
}
