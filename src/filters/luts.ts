/**
 * The 3-D look-up tables that grades name, as text of .cube files made by scripts/make-luts.ts.
 * Owns the way from a name to a file; parsing is the renderer's. Needs Vite (or Vitest) to be built.
 */
const FILES = import.meta.glob<string>('./luts/*.cube', { query: '?raw', import: 'default', eager: true });

/** The names that a filter's grade may use. */
export const LUT_NAMES: readonly string[] = Object.keys(FILES).map((path) => path.replace('./luts/', ''));

/** @throws Error when there is no table of this name. */
export function lutText(name: string): string {
  const text = FILES[`./luts/${name}`];
  if (text === undefined)
    throw new Error(`Colour table: expected one of ${LUT_NAMES.join(', ')}, received ${name}`);
  return text;
}
