/**
 * The 3-D look-up tables that grades name, packed by scripts/make-luts.ts. Owns the way from a name to a table.
 * Needs Vite (or Vitest) to be built.
 */
import { type LutTable, unpackLut } from './packed-lut.ts';

/** Packed, deflated, as base64: a table of 17 a side is some 5 kB so and would be 100 as the text of a .cube file. */
const FILES = import.meta.glob<string>('../luts/*.lut', { query: '?raw', import: 'default', eager: true });

const nameOf = (path: string) => path.replace('../luts/', '').replace('.lut', '.cube');
const fileOf = (name: string) => `../luts/${name.replace(/\.cube$/, '.lut')}`;

/** The names that a filter's grade may use. */
export const LUT_NAMES: readonly string[] = Object.keys(FILES).map(nameOf);

/** @throws Error when there is no table of this name. */
export async function readLut(name: string): Promise<LutTable> {
  const text = FILES[fileOf(name)];
  if (text === undefined)
    throw new Error(`Colour table: expected one of ${LUT_NAMES.join(', ')}, received ${name}`);
  const packed = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return unpackLut(new Uint8Array(await new Response(inflated).arrayBuffer()));
}
