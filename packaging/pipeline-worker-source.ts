/**
 * The pipeline worker (src/injected/pipeline-worker.ts and all it imports) as the source of one function that needs nothing
 * from around it: a worker can be made of it, and the page's thread can call it.
 */
import { join } from 'node:path';
import { build, type ResolvedConfig, type Rollup } from 'vite';

/** `function(){...}`; called, it returns the module's exports. */
export async function pipelineWorkerSource({
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
        ...{ entry: join(root, 'src/injected/pipeline-worker.ts'), formats: ['iife'] },
        ...{ name: 'exported', fileName: 'pipeline-worker' },
      },
    },
  });
  const [bundle] = [outputs].flat() as Rollup.RollupOutput[];
  const chunk = bundle?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('Expected a bundle of the pipeline worker, got none');
  return `function(){"use strict";${chunk.code.trim()}\nreturn exported}`;
}
