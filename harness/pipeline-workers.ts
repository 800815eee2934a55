/** The workers that carry frames and that draw, which a page never gets hold of: a test can end one, or have it hang. */
import type { Browser } from './browser.ts';
import { prependToHook } from './builds.ts';
import type { Page } from './page.ts';

/** What a worker is for. */
export type WorkerKind = 'pipeline' | 'transport';

const KEEP_WORKERS = `{
  const kinds = new Map();
  const { Worker: Native, Blob: NativeBlob } = globalThis;
  const { createObjectURL } = URL;
  globalThis.workersMade = [];
  globalThis.Blob = class Blob extends NativeBlob {
    constructor(parts, options) {
      const [source] = [...parts];
      const kind = /\\.servePipeline\\(\\)$/.test(source) ? 'pipeline' : /\\.serveTransport\\(\\)$/.test(source) ? 'transport' : '';
      super([kind ? \`globalThis.workerKind="\${kind}";\${source}\` : source], options);
      kinds.set(this, kind);
    }
  };
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    kinds.set(url, kinds.get(blob));
    return url;
  };
  globalThis.Worker = class Worker extends Native {
    constructor(url, ...options) {
      super(url, ...options);
      globalThis.workersMade.push({ worker: this, kind: kinds.get(String(url)) });
    }
  };
}
`;

interface Made {
  readonly worker: Worker;
  readonly kind: string;
}
type KeepingPage = typeof globalThis & { workersMade?: Made[] };

/** Changes a build so that its documents keep the workers that they make: ahead of the hook, in its own file. */
export const keepWorkers = (extensionDir: string) => prependToHook(extensionDir, KEEP_WORKERS);

/** Of a document of such a build. */
export const endWorkers = (page: Page, ended: WorkerKind = 'pipeline') =>
  page.evaluate((wanted) => {
    for (const { worker, kind } of (globalThis as KeepingPage).workersMade ?? [])
      if (kind === wanted) worker.terminate();
  }, ended);

/** How many such workers a document of such a build has made so far. */
export const countWorkers = (page: Page, counted: WorkerKind) =>
  page.evaluate(
    (wanted) => ((globalThis as KeepingPage).workersMade ?? []).filter(({ kind }) => kind === wanted).length,
    counted,
  );

/** Keeps the worker that draws in a document of such a build at work for so long, as a machine does that is busy with something else. */
export async function holdWorker(browser: Browser, page: Page, ms: number): Promise<void> {
  if ((await countWorkers(page, 'pipeline')) === 0)
    throw new Error('Expected a document of a build changed by keepWorkers, with a worker that draws');
  const address = await page.evaluate(() => location.href);
  const isPipeline = (worker: Page) =>
    worker.evaluate(() => (globalThis as { workerKind?: string }).workerKind === 'pipeline');
  const worker = await browser.findWorker((url) => url === address, isPipeline);
  // A worker that hangs never answers.
  const working = worker.evaluate((forMs) => {
    const endMs = performance.now() + forMs;
    while (performance.now() < endMs);
  }, ms);
  working.catch(() => {});
}
