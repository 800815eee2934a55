/**
 * The order of bench:cost: the plain browser, then each row in the browser of each build, round after round, so that a
 * machine that gets busier or hotter does so to all of them. Owns the order; a browser is seat.ts.
 */
import { startBenchSite } from '../site.ts';
import { getCostClip } from './clips.ts';
import { COST_ROWS, type CostRow, type CostRowName } from './rows.ts';
import { aboveOf, type Pair, type SeatSample } from './sample.ts';
import { openSeat, type Seat } from './seat.ts';

export interface CostOptions {
  readonly rows: readonly CostRowName[];
  /** Folders of builds, by what they are called. */
  readonly builds: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly rounds: number;
  readonly tell: (line: string) => void;
}

/** In cores above the plain browser; null where the filter would not stay on. */
export type CostFigures = Readonly<Record<string, SeatSample | null>>;

export interface Cost {
  readonly browser: string;
  /** By build, then by row. */
  readonly figures: Readonly<Record<string, CostFigures>>;
}

export async function measureCost(options: CostOptions): Promise<Cost> {
  const here = import.meta.dirname;
  const site = await startBenchSite({ page: `${here}/page.ts`, worker: `${here}/reader.ts` });
  const pairs = createPairs(Object.keys(options.builds));
  let browser = 'none';
  try {
    for (const clip of ['moving', 'still'] as const) {
      const rows = options.rows.filter((name) => COST_ROWS[name].clip === clip);
      if (rows.length > 0) browser = await measureClip(options, { clip, rows, url: site.url, pairs });
    }
  } finally {
    await site.close();
  }
  return { browser, figures: pairs.figures(options.rows) };
}

interface ClipTurn {
  readonly clip: CostRow['clip'];
  readonly rows: readonly CostRowName[];
  readonly url: string;
  readonly pairs: Pairs;
}

/** Resolves to the browser's version. */
async function measureClip(
  { builds, seconds, rounds, tell }: CostOptions,
  { clip: kind, rows, url, pairs }: ClipTurn,
): Promise<string> {
  const clip = await getCostClip(kind);
  const seats = new Map<string, Seat>();
  try {
    const plain = await openSeat({ url, clip, tell, extensionDir: null });
    seats.set('plain', plain);
    for (const [name, extensionDir] of Object.entries(builds)) {
      seats.set(name, await openSeat({ url, clip, tell, extensionDir }));
    }
    for (let round = 0; round < rounds; round++) {
      // A page that has switched its track off, or has the camera open twice, is compared with one that has, too.
      const plainOf = new Map<string, SeatSample | null>();
      for (const name of rows) {
        const row = COST_ROWS[name];
        const asked = JSON.stringify({ ...row, filterId: null });
        const before = plainOf.get(asked);
        const floor = before ?? (await plain.measure({ ...row, filterId: null }, 1000 * seconds));
        plainOf.set(asked, floor);
        if (!before && floor) tell(`plain browser: ${floor.total.toFixed(3)} cores`);
        for (const build of Object.keys(builds)) {
          const worn = await seats.get(build)?.measure(row, 1000 * seconds);
          if (!worn || !floor) continue;
          pairs.add(build, name, { worn, plain: floor });
          tell(`${name}, ${build}: ${(worn.total - floor.total).toFixed(3)} cores above the plain browser`);
        }
      }
    }
    return plain.version;
  } finally {
    for (const seat of seats.values()) await seat.close();
  }
}

interface Pairs {
  add(build: string, row: string, pair: Pair): void;
  figures(rows: readonly string[]): Record<string, CostFigures>;
}

function createPairs(builds: readonly string[]): Pairs {
  const all = new Map<string, Pair[]>();
  const keyOf = (build: string, row: string) => `${build} ${row}`;
  return {
    add: (build, row, pair) => void all.set(keyOf(build, row), [...(all.get(keyOf(build, row)) ?? []), pair]),
    figures: (rows) =>
      Object.fromEntries(
        builds.map((build) => [
          build,
          Object.fromEntries(rows.map((row) => [row, aboveOf(all.get(keyOf(build, row)) ?? [])])),
        ]),
      ),
  };
}
