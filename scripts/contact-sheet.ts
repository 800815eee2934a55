/**
 * Every filter on several heads and poses, painted by the real painter: npm run contact-sheet.
 * Writes demo/out/contact-sheet-GROUP-N.png, a few filters each, a row a filter.
 *   --group NAME (repeatable)  the filters of these groups alone
 *   --filter ID (repeatable)   these filters alone, on more poses and larger: demo/out/contact-sheet-ID.png
 *   --rows                     with --filter: a row each in one sheet, as the groups are shown
 * Needs the test data that FILTROU_DATA names (../shared/data); without them it uses the one photograph of the repository.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBundle } from '../harness/open-bundle.ts';
import { FILTERS, findFilter } from '../src/filters/catalogue/index.ts';
import { FILTER_GROUPS } from '../src/filters/schema/groups.ts';
import type { SheetOptions, SheetPicture } from './contact-sheet/page.ts';
import { readPhotographs, readRenderedPictures } from './contact-sheet/pictures.ts';

declare function drawSheet(pictures: readonly SheetPicture[], options: SheetOptions): Promise<string>;

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.FILTROU_DATA ?? join(root, '../shared/data');

/** Scanned heads, the second narrower and with a longer neck. */
const FEW_POSES = ['A_y-45_p0', 'A_y0_p0', 'A_y30_p0', 'A_y60_p0', 'A_y0_p-30', 'A_y0_p30'];
const FEW_POSES_OF_SECOND = ['A_y0_p0', 'A_y-30_p0', 'B_y30_p15_r30'];
const MORE_POSES = [
  ...[
    'A_y-60_p0',
    'A_y-45_p0',
    'A_y-30_p0',
    'A_y-15_p0',
    'A_y0_p0',
    'A_y15_p0',
    'A_y30_p0',
    'A_y45_p0',
    'A_y60_p0',
  ],
  ...[
    'A_y0_p-30',
    'A_y0_p-15',
    'A_y0_p15',
    'A_y0_p30',
    'A_y-45_p-15',
    'A_y45_p15',
    'B_y30_p15_r30',
    'B_y-30_p0_r-15',
  ],
  'C_y40_p0_r0_d35',
];
const FEW_PHOTOGRAPHS = ['p01', 'p04', 'p07', 'p08', 'p14'];
const MORE_PHOTOGRAPHS = ['p01', 'p02', 'p05', 'p07', 'p08', 'p09', 'p12', 'p14', 'p15'];
/** More rows than this make a sheet too large to look at. */
const ROWS_A_SHEET = 6;
const FEW_CELLS = { cellPx: 200, columns: 14 } as const;
const MORE_CELLS = { cellPx: 300, columns: 9 } as const;

const { values } = parseArgs({
  options: {
    filter: { type: 'string', multiple: true },
    group: { type: 'string', multiple: true },
    rows: { type: 'boolean', default: false },
  },
});

async function readPictures(large: boolean): Promise<SheetPicture[]> {
  if (!existsSync(data)) return readPhotographs(join(root, 'tests/fixtures'), ['astronaut']);
  const [lee, facecap, photographs] = await Promise.all([
    readRenderedPictures(join(data, 'stills_lee'), large ? MORE_POSES : FEW_POSES),
    readRenderedPictures(join(data, 'stills_facecap'), large ? MORE_POSES : FEW_POSES_OF_SECOND),
    readPhotographs(join(data, 'photos'), large ? MORE_PHOTOGRAPHS : FEW_PHOTOGRAPHS),
  ]);
  return [...lee, ...facecap, ...photographs];
}

interface Sheet {
  readonly name: string;
  readonly filterIds: readonly string[];
  readonly cellPx: number;
  readonly columns: number;
}

function inRows(name: string, filterIds: readonly string[]): Sheet[] {
  const count = Math.ceil(filterIds.length / ROWS_A_SHEET);
  return Array.from({ length: count }, (_, index) => ({
    name: `contact-sheet-${name}-${index + 1}`,
    filterIds: filterIds.slice(index * ROWS_A_SHEET, (index + 1) * ROWS_A_SHEET),
    ...FEW_CELLS,
  }));
}

/** @throws Error for an id or a group that does not exist */
function chooseSheets(): Sheet[] {
  const { filter: ids = [], group: groups = FILTER_GROUPS, rows } = values;
  for (const id of ids) if (!findFilter(id)) throw new Error(`--filter: expected an id, received ${id}`);
  if (rows) return inRows('chosen', ids);
  if (ids.length > 0) {
    return ids.map((id) => ({ name: `contact-sheet-${id}`, filterIds: [id], ...MORE_CELLS }));
  }
  return groups.flatMap((group) => {
    if (!FILTER_GROUPS.some((known) => known === group)) {
      throw new Error(`--group: expected one of ${FILTER_GROUPS.join(', ')}, received ${group}`);
    }
    return inRows(
      group,
      FILTERS.filter((filter) => filter.group === group).map(({ id }) => id),
    );
  });
}

const sheets = chooseSheets();
const pictures = await readPictures(values.filter !== undefined && !values.rows);
const bundle = await openBundle('scripts/contact-sheet/page.ts');
try {
  const folder = join(root, 'demo/out');
  await mkdir(folder, { recursive: true });
  for (const { name, ...options } of sheets) {
    const url = await bundle.page.evaluate(([given, layout]) => drawSheet(given, layout), [
      pictures,
      { ...options, labelPx: 14, type: 'image/png' },
    ] as const);
    const path = join(folder, `${name}.png`);
    await writeFile(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    console.log(`contact sheet: ${options.filterIds.join(', ')} on ${pictures.length} pictures -> ${path}`);
  }
} finally {
  await bundle.close();
}
