/**
 * The popup's picture of each filter, painted on the repository's photograph by the real renderer: npm run previews, with
 * `-- --filter ID` of one alone. Writes src/filters/previews/ID.webp. Run it after changing a filter or how filters are drawn.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import jpeg from 'jpeg-js';
import { openBundle } from '../harness/open-bundle.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import type { SheetOptions, SheetPicture } from './contact-sheet/page.ts';
import { readPhotographs } from './contact-sheet/pictures.ts';

declare function drawSheet(pictures: readonly SheetPicture[], options: SheetOptions): Promise<string>;

const { values } = parseArgs({ options: { filter: { type: 'string' } } });
const chosen = FILTERS.filter(({ id }) => values.filter === undefined || id === values.filter);
if (chosen.length === 0) {
  console.error(`Expected --filter with the id of a filter, got: ${values.filter}`);
  process.exit(1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'astronaut';
/** Twice what the popup shows, for sharp screens. */
const PREVIEW_PX = 208;
/** The photograph ends at the hair; a hat needs this much more of the wall behind. */
const ROOM_ABOVE_PX = 140;

/** Continues a picture upwards with its first row. */
function withRoomAbove(bytes: Uint8Array): Buffer {
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true });
  const row = data.subarray(0, 4 * width);
  const taller = new Uint8Array(4 * width * (height + ROOM_ABOVE_PX));
  for (let y = 0; y < ROOM_ABOVE_PX; y += 1) taller.set(row, 4 * width * y);
  taller.set(data, 4 * width * ROOM_ABOVE_PX);
  return jpeg.encode({ width, height: height + ROOM_ABOVE_PX, data: taller }, 95).data as Buffer;
}

/** Chins may be cut, the tip of a hat may not. */
function lookHigher(picture: SheetPicture): SheetPicture {
  const { x, y, side } = picture.crop;
  return { ...picture, crop: { x, y: Math.max(0, y - 0.12 * side), side } };
}

const scratch = join(root, 'demo/out/previews');
await mkdir(scratch, { recursive: true });
const photograph = await readFile(join(root, 'tests/fixtures', `${NAME}.jpg`));
await writeFile(join(scratch, `${NAME}.jpg`), withRoomAbove(photograph));
const pictures = (await readPhotographs(scratch, [NAME])).map(lookHigher);

const folder = join(root, 'src/filters/previews');
await mkdir(folder, { recursive: true });
const bundle = await openBundle('scripts/contact-sheet/page.ts');
try {
  for (const { id } of chosen) {
    const layout = {
      filterIds: [id],
      cellPx: PREVIEW_PX,
      columns: 1,
      labelPx: 0,
      type: 'image/webp',
    } as const;
    const url = await bundle.page.evaluate(([given, options]) => drawSheet(given, options), [
      pictures,
      layout,
    ] as const);
    await writeFile(join(folder, `${id}.webp`), Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
    console.log(`preview of ${id}`);
  }
} finally {
  await bundle.close();
}
