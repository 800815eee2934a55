/** The workers that draw, which a page never gets hold of: a test can end one, or have it hang. */
import type { Browser } from './browser.ts';
import { prependToHook } from './builds.ts';
import type { Page } from './page.ts';

const KEEP_WORKERS = `{
  const Native = Worker;
  globalThis.workersMade = [];
  globalThis.Worker = class Worker extends Native {
    constructor(...args) {
      super(...args);
      globalThis.workersMade.push(this);
    }
  };
}
`;

type KeepingPage = typeof globalThis & { workersMade?: Worker[] };

/** Changes a build so that its documents keep the workers that they make: ahead of the hook, in its own file. */
export const keepWorkers = (extensionDir: string) => prependToHook(extensionDir, KEEP_WORKERS);

/** Of a document of such a build. */
export const endWorkers = (page: Page) =>
  page.evaluate(() => {
    for (const worker of (globalThis as KeepingPage).workersMade ?? []) worker.terminate();
  });

/** Keeps the worker of a page at work for so long, as a machine does that is busy with something else. */
export async function holdWorker(browser: Browser, page: Page, ms: number): Promise<void> {
  const address = await page.evaluate(() => location.href);
  const worker = await browser.findWorker((url) => url === address);
  // A worker that hangs never answers.
  const working = worker.evaluate((forMs) => {
    const endMs = performance.now() + forMs;
    while (performance.now() < endMs);
  }, ms);
  working.catch(() => {});
}
