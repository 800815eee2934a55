/**
 * AssemblyScript -> WebAssembly: the engine's kernels (src/engine/kernels), the net's once with relaxed SIMD and once
 * without. For the build a plugin, for Node's tools a reader; both compile only what is older than its sources.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';
import type { KernelsName } from '../src/engine/net/load-kernels.ts';

const SOURCES = join(import.meta.dirname, '../src/engine/kernels');
export const BUILT_KERNELS = join(SOURCES, 'built');

const OPTIONS = [
  ...['--baseDir', SOURCES, '--outFile', 'built.wasm'],
  ...['-O3', '--noAssert', '--runtime', 'stub'],
  // Kernels pass vectors to each other, never to JavaScript.
  ...['--disableWarning', '112'],
];
// 4 MB, for good: the net's maps, weights and records. net-memory.ts says so if they need more.
const OF_NET = ['net/index.ts', '--enable', 'simd', '--initialMemory', '64', '--maximumMemory', '64'];
const FURTHER_OPTIONS: Readonly<Record<KernelsName, readonly string[]>> = {
  sampler: ['sampler/index.ts'],
  plain: OF_NET,
  relaxed: [...OF_NET, '--enable', 'relaxed-simd'],
};

/** Makes the compiled kernels what their sources say. */
export async function compileKernels(): Promise<void> {
  await mkdir(BUILT_KERNELS, { recursive: true });
  for (const [name, further] of Object.entries(FURTHER_OPTIONS)) {
    const built = join(BUILT_KERNELS, `${name}.wasm`);
    if (existsSync(built) && statSync(built).mtimeMs > newestSourceMs()) continue;
    // Under a name of this process first: others may be reading, or writing too.
    const fresh = `${built}.${process.pid}`;
    await writeFile(fresh, await compile(further));
    await rename(fresh, built);
  }
}

export async function readKernels(name: KernelsName): Promise<ArrayBuffer> {
  await compileKernels();
  return new Uint8Array(await readFile(join(BUILT_KERNELS, `${name}.wasm`))).buffer;
}

/** Of the build: the kernels are there before anything asks for them. */
export function kernelsOfTheEngine(): Plugin {
  return { name: 'kernels-of-the-engine', buildStart: compileKernels };
}

function newestSourceMs(): number {
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const files = [import.meta.filename, ...sources.map((file) => join(SOURCES, file))];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

async function compile(further: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main([...OPTIONS, ...further], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`the kernels do not compile: ${error?.message}\n${stderr}`);
  return binary;
}
