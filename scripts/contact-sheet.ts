/**
 * Every filter on several heads and poses in one picture, painted by the real renderer: npm run contact-sheet.
 *   --filter ID (repeatable)   these filters alone, on more poses and larger: demo/out/contact-sheet-ID.png
 * Needs the test data that FILTROU_DATA names (../shared/data); without them it uses the one photograph of the repository.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FILTERS } from '../src/filters/index.ts';
import type { SheetOptions, SheetPicture } from './contact-sheet/page.ts';
import { readPhotographs, readRenderedPictures } from './contact-sheet/pictures.ts';
import { openBundle } from './open-bundle.ts';

declare function drawSheet(pictures: readonly SheetPicture[], options: SheetOptions): Promise<string>;

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.FILTROU_DATA ?? join(root, '../shared/data');

const FEW_POSES = ['A_y-60_p0', 'A_y-30_p0', 'A_y0_p0', 'A_y30_p0', 'A_y60_p0', 'A_y0_p-30', 'A_y0_p30'];
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
const FEW_PHOTOGRAPHS = ['p01', 'p05', 'p07', 'p08', 'p15'];
const MORE_PHOTOGRAPHS = ['p01', 'p02', 'p05', 'p07', 'p08', 'p09', 'p12', 'p14', 'p15'];

const { values } = parseArgs({ options: { filter: { type: 'string', multiple: true } } });

async function readPictures(large: boolean): Promise<SheetPicture[]> {
  if (!existsSync(data)) return readPhotographs(join(root, 'tests/fixtures'), ['astronaut']);
  const poses = large ? MORE_POSES : FEW_POSES;
  const [lee, facecap, photographs] = await Promise.all([
    readRenderedPictures(join(data, 'stills_lee'), poses),
    readRenderedPictures(join(data, 'stills_facecap'), large ? poses : poses.slice(1, 4)),
    readPhotographs(join(data, 'photos'), large ? MORE_PHOTOGRAPHS : FEW_PHOTOGRAPHS),
  ]);
  return [...lee, ...facecap, ...photographs];
}

const chosen = values.filter;
const pictures = await readPictures(chosen !== undefined);
const bundle = await openBundle('scripts/contact-sheet/page.ts');
try {
  const folder = join(root, 'demo/out');
  await mkdir(folder, { recursive: true });
  const sheets = chosen
    ? chosen.map((id) => ({ name: `contact-sheet-${id}`, filterIds: [id], cellPx: 300, columns: 9 }))
    : [
        {
          name: 'contact-sheet',
          filterIds: [null, ...FILTERS.map(({ id }) => id)],
          cellPx: 200,
          columns: pictures.length,
        },
      ];
  for (const { name, ...options } of sheets) {
    const url = await bundle.page.evaluate(([given, layout]) => drawSheet(given, layout), [
      pictures,
      { ...options, labelPx: 14, type: 'image/png' },
    ] as const);
    const path = join(folder, `${name}.png`);
    await writeFile(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    console.log(`contact sheet: ${options.filterIds.length} rows, ${pictures.length} pictures -> ${path}`);
  }
} finally {
  await bundle.close();
}
