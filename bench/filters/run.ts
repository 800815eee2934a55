/**
 * Each filter for some seconds in one page with one face: frames a second, what painting takes, what the declaration weighs.
 * Last, one of each group at once. Owns the order, and that one row's trouble is that row's alone.
 */

import { FILTERS } from '../../src/filters/catalogue/index.ts';
import type { Filter } from '../../src/filters/schema/filter.ts';
import { FILTER_GROUPS } from '../../src/filters/schema/groups.ts';
import type { KeptRows } from './kept-rows.ts';
import { lookAgain } from './look-again.ts';
import { type FilterRow, LEAST_FPS } from './row.ts';
import { openWornPage, type WornPage } from './worn-page.ts';

export interface FiltersOptions {
  readonly filters: readonly Filter[];
  /** Adds a row that wears one of each group. */
  readonly combined: boolean;
  readonly seconds: number;
  /** What is in there already is not measured again. */
  readonly kept: KeptRows;
  readonly tell: (row: FilterRow) => void;
}

interface Wish {
  readonly name: string;
  readonly group: string;
  readonly worn: readonly Filter[];
  readonly leastFps: number;
}

/** Resolves to the browser's version, once `kept` has all rows. */
export async function measureFilters(options: FiltersOptions): Promise<string> {
  const { filters, combined, seconds, kept, tell } = options;
  const wishes: Wish[] = filters.map((filter) => ({
    ...{ name: filter.id, group: filter.group, worn: [filter], leastFps: LEAST_FPS.alone },
  }));
  if (combined) {
    wishes.push({
      ...{ name: 'one of each group', group: 'all', worn: oneOfEach(), leastFps: LEAST_FPS.together },
    });
  }
  let page: WornPage = await openWornPage();
  const { version } = page;
  try {
    for (const { worn, ...row } of wishes) {
      if (kept.rows.some(({ name }) => name === row.name)) continue;
      const bytes = worn.reduce((all, filter) => all + Buffer.byteLength(JSON.stringify(filter)), 0);
      const measured = await lookAgain(() => page.look(worn, 1000 * seconds), row.leastFps).catch(
        async (error: unknown) => {
          // A page that broke would break the rows to come too.
          await page.close();
          page = await openWornPage();
          return { figures: null, note: String(error).split('\n', 1).join() };
        },
      );
      const done = { ...row, bytes, ...measured };
      kept.add(done);
      tell(done);
    }
    return version;
  } finally {
    await page.close();
  }
}

/** The first of each group, as the popup shows them. */
function oneOfEach(): Filter[] {
  return FILTER_GROUPS.flatMap((group) => FILTERS.find((filter) => filter.group === group) ?? []);
}
