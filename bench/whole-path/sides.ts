/** The browsers of the builds that are compared: they are open at the same time. Owns opening and closing them. */
import { type BenchBrowser, type BenchCamera, openBenchBrowser } from './browser.ts';
import type { Note } from './stretches.ts';

/** One build's browser, and where its stretches are noted. */
export interface Side {
  readonly bench: BenchBrowser;
  readonly note: Note;
  /** The first side: rivals, which are no build's, are measured there alone. */
  readonly first: boolean;
}

/** A browser for each build, by what it is called. */
export async function openSides(
  builds: Readonly<Record<string, string>>,
  camera: BenchCamera,
  stretches: Readonly<Record<string, { readonly note: Note }>>,
): Promise<Side[]> {
  const sides: Side[] = [];
  try {
    for (const [build, extensionDir] of Object.entries(builds)) {
      const bench = await openBenchBrowser(camera, extensionDir);
      const note: Note = (name, measured) => stretches[build]?.note(name, measured);
      sides.push({ bench, note, first: sides.length === 0 });
    }
    return sides;
  } catch (error) {
    for (const { bench } of sides) await bench.close();
    throw error;
  }
}

/** Closes all of them in the end. */
export async function withSides<Result>(
  opening: Promise<Side[]>,
  run: (sides: readonly Side[]) => Promise<Result>,
): Promise<Result> {
  const sides = await opening;
  try {
    return await run(sides);
  } finally {
    for (const { bench } of sides) await bench.close();
  }
}
