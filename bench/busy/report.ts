/** Frames encoded while the page is busy, as a table. Pure. */
import { BUSY_LOADS, type BusyLoad } from '../../harness/busy-loads.ts';
import { table } from '../table.ts';
import type { BuildRates, BusyRates } from './run.ts';

/** By what is worn; native: the browser without the extension. */
export type BusyFigures = Partial<BuildRates> & { readonly native?: BusyRates };

const WORDS: Readonly<Record<BusyLoad, string>> = {
  work200of250: 'works 200 of 250 ms',
  work900of1000: 'works 900 of 1,000 ms',
  alert: 'shows an alert',
};

/** `of` says whose figures these are, where another build's stand beside. */
export function busyTable(figures: BusyFigures, of = ''): string {
  const rows = Object.entries(figures).map(([name, rates]) => [
    name,
    ...BUSY_LOADS.map(
      (load) => `${rates[load].fps.toFixed(1)}, ${rates[load].freezes} of ${rates[load].frozenMs.toFixed(0)}`,
    ),
  ]);
  const heads = BUSY_LOADS.map((load) => `the page ${WORDS[load]}`);
  return table(
    [`${of}1280x720, encoded a second, freezes at the far end of so many ms`, ...heads].join(' | '),
    rows,
  );
}
