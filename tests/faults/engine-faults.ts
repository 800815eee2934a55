/** The face detector: its frame, its worker, its files. */
import { readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { findFiles } from '../../harness/builds.ts';
import type { Page } from '../../harness/page.ts';
import type { Fault, Scene } from './fault.ts';

const isEngine = (url: string) => url.includes('/src/engine/');

/** Runs in one of the engine's workers without waiting for an answer, which a worker that dies or hangs never gives. */
async function inWorker(
  { browser }: Pick<Scene, 'browser'>,
  name: 'detector' | 'preparer',
  run: () => unknown,
): Promise<void> {
  const isNamed = async (candidate: Page) => (await candidate.evaluate(() => self.name)) === name;
  const worker: Page = await browser.findWorker(isEngine, isNamed);
  void worker.evaluate(run).catch(() => {});
}

const hang = () => {
  for (;;);
};

/** The engine's frame hangs in a hidden element beside the page's own. */
const removeEngineFrame = ({ call }: Scene) =>
  call.page.evaluate(() => {
    for (const element of document.querySelectorAll('html > div[hidden]')) element.remove();
  });

const AWAY = '.away';

async function weightsOf(path: string): Promise<string> {
  const files = await findFiles(path, /weights.*\.bin$/);
  const sizes = await Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
  return sizes.toSorted((a, b) => b.bytes - a.bytes)[0]?.file ?? '';
}

const workerOf = async (path: string) => (await findFiles(path, /assets.worker-.*\.js$/))[0] ?? '';

/** A file of the build is changed, and put back later. */
async function swap(
  file: string,
  damage: (file: string, original: Buffer) => Promise<unknown>,
): Promise<void> {
  await writeFile(file + AWAY, await readFile(file));
  await damage(file, await readFile(file));
}
async function putBack({ extensionDir }: Scene): Promise<void> {
  for (const file of await findFiles(extensionDir, /\.away$/))
    await rename(file, file.slice(0, -AWAY.length));
}

/** What a policy that forbids WebAssembly does to a script. */
const NO_WASM =
  "for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('refused'));\n";

export const ENGINE_FAULTS: readonly Fault[] = [
  {
    name: 'engine frame removed by the page',
    inject: removeEngineFrame,
    problem: 'engine-silent',
    end: 'worn',
  },
  {
    name: 'worker killed',
    inject: (scene) => inWorker(scene, 'detector', () => self.close()),
    problem: 'engine-silent',
    end: 'worn',
  },
  {
    name: 'worker hung',
    inject: (scene) => inWorker(scene, 'detector', hang),
    problem: 'engine-silent',
    end: 'worn',
  },
  {
    name: 'preparer killed, then another filter chosen',
    async inject(scene) {
      await inWorker(scene, 'preparer', () => self.close());
      await scene.popup.choose('heart-glasses');
    },
    problem: 'engine-silent',
    end: 'worn',
  },
  {
    name: 'preparer hung, then another filter chosen',
    async inject(scene) {
      await inWorker(scene, 'preparer', hang);
      await scene.popup.choose('heart-glasses');
    },
    problem: 'engine-silent',
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'model bytes corrupt, then mended',
    stage: { change: async (path) => swap(await weightsOf(path), (file) => truncate(file, 1000)) },
    problem: 'model-corrupt',
    repair: putBack,
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'WASM refused, then allowed',
    stage: {
      change: async (path) =>
        swap(await workerOf(path), (file, original) => writeFile(file, NO_WASM + original.toString())),
    },
    problem: 'wasm-refused',
    repair: putBack,
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'engine never answers, then does',
    stage: { change: async (path) => swap(await workerOf(path), (file) => writeFile(file, '')) },
    problem: 'engine-silent',
    repair: putBack,
    end: 'worn',
    isSlow: true,
  },
];
