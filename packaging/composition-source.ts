/**
 * The composition (src/injected/worker-entry.ts and all it imports) as the source of one function that needs nothing
 * from around it: a worker can be made of it, and the page's thread can call it.
 */
import { join } from 'node:path';
import { build, type ResolvedConfig, type Rollup } from 'vite';

/** `function(){...}`; called, it returns the module's exports. */
export async function compositionSource({
  root,
  mode,
  define,
  build: built,
}: ResolvedConfig): Promise<string> {
  const outputs = await build({
    ...{ configFile: false, logLevel: 'warn', root, mode, ...(define && { define }) },
    build: {
      ...{ write: false, minify: built.minify, target: built.target },
      lib: {
        ...{ entry: join(root, 'src/injected/worker-entry.ts'), formats: ['iife'] },
        ...{ name: 'exported', fileName: 'composition' },
      },
    },
  });
  const [bundle] = [outputs].flat() as Rollup.RollupOutput[];
  const chunk = bundle?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('Expected a bundle of the composition, got none');
  return `function(){"use strict";${chunk.code.trim()}\nreturn exported}`;
}
