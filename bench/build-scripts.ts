/** What a built extension lays into pages, by its manifest: builds differ in where their files lie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ContentScript {
  readonly world?: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
}

export interface BuildScripts {
  /** Paths within the build: the script of the page's own world, and that of the extension's. */
  readonly hook: string;
  readonly bridge: string;
  /** The sites that both are for. */
  readonly matches: readonly string[];
}

/** Throws when the manifest does not name one script for each world. */
export function scriptsOf(buildDir: string): BuildScripts {
  const { content_scripts: all = [] } = JSON.parse(readFileSync(join(buildDir, 'manifest.json'), 'utf8')) as {
    readonly content_scripts?: readonly ContentScript[];
  };
  const hook = all.find(({ world }) => world === 'MAIN');
  const bridge = all.find(({ world }) => world !== 'MAIN');
  const [hookFile, bridgeFile] = [hook?.js[0], bridge?.js[0]];
  if (!hook || hookFile === undefined || bridgeFile === undefined) {
    throw new Error(
      `Expected a script for pages and one for the extension's world in ${buildDir}/manifest.json`,
    );
  }
  return { hook: hookFile, bridge: bridgeFile, matches: hook.matches };
}
