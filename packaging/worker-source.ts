/**
 * What runs in a worker of a page (a module and all it imports) as the source of one function that needs nothing from
 * around it: a worker can be made of it, and the page's thread can call it.
 */
import { join } from 'node:path';
import { build, type ResolvedConfig, type Rollup } from 'vite';

/** `function(){...}`; called, it returns the module's exports. */
export async function workerSource(
  { root, mode, define, build: built }: ResolvedConfig,
  entry: string,
): Promise<string> {
  const outputs = await build({
    ...{ configFile: false, logLevel: 'warn', root, mode, ...(define && { define }) },
    build: {
      ...{ write: false, minify: built.minify, target: built.target },
      lib: {
        ...{ entry: join(root, entry), formats: ['iife'] },
        ...{ name: 'exported', fileName: 'worker' },
      },
    },
  });
  const [bundle] = [outputs].flat() as Rollup.RollupOutput[];
  const chunk = bundle?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`Expected a bundle of ${entry}, got none`);
  return `function(){"use strict";${chunk.code.trim()}\nreturn exported}`;
}
