/** The extension's own life: its service worker, its reload, its end. */
import type { Fault, Scene } from './fault.ts';

const isServiceWorker = (url: string) => url.startsWith('chrome-extension://') && url.endsWith('loader.js');

/** As an update does: everything of the extension ends but what already runs in pages. */
async function reloadExtension({ browser }: Scene): Promise<void> {
  const worker = await browser.findTarget(isServiceWorker);
  await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0)).catch(() => {});
}

async function uninstallExtension({ browser }: Scene): Promise<void> {
  const worker = await browser.findTarget(isServiceWorker);
  await worker.evaluate(() => setTimeout(() => void chrome.management.uninstallSelf(), 0)).catch(() => {});
}

export const LIFE_FAULTS: readonly Fault[] = [
  {
    name: 'service worker killed',
    inject: ({ browser }) => browser.stopServiceWorker(isServiceWorker),
    problem: null,
    // Its wake-up is what the keyboard command and the next camera need.
    end: 'worn',
  },
  {
    name: 'extension reloaded in the call',
    stage: {},
    inject: reloadExtension,
    problem: null,
    end: 'plain',
  },
  {
    name: 'extension reloaded in the call, a filter that hides the face',
    stage: {},
    filterId: 'covered-face',
    inject: reloadExtension,
    problem: null,
    end: 'covered',
  },
  {
    name: 'extension removed in the call',
    stage: {},
    inject: uninstallExtension,
    problem: null,
    end: 'plain',
    isSlow: true,
  },
];
