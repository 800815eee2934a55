/**
 * The extension in a Chromium that Playwright drives, for tests of what users see: roles, names, keys, and a profile
 * that may outlive the browser. Hidden tabs and calls are browser.ts, which goes without Playwright for that reason.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { getChromiumPath } from './browser.ts';
import { getBuild } from './builds.ts';
import { WAIT_MS } from './until.ts';

export interface UserBrowser {
  readonly context: BrowserContext;
  /** The extension's service worker. */
  readonly worker: Worker;
  /** Where the extension's pages are: chrome-extension://ID. */
  readonly origin: string;
  /** The browser's number for a tab, which extensions know it by. */
  getTabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

export interface UserBrowserOptions {
  readonly build: Parameters<typeof getBuild>[0];
  /** Plays as the camera; without one it is the browser's own test picture. */
  readonly cameraFile?: string;
  /** Keeps what the browser stores; without one it goes with the browser. */
  readonly profileDir?: string;
}

/** Starts the browser with the unpacked extension; resolves when its service worker runs. */
export async function launchUserBrowser({
  build,
  cameraFile,
  profileDir,
}: UserBrowserOptions): Promise<UserBrowser> {
  const extensionDir = getBuild(build);
  const ownProfile = profileDir ?? (await mkdtemp(join(tmpdir(), 'filtroume-user-')));
  const context = await chromium.launchPersistentContext(ownProfile, {
    executablePath: getChromiumPath(),
    viewport: { width: 900, height: 700 },
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...(cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${cameraFile}`]),
    ],
  });
  context.setDefaultTimeout(WAIT_MS);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    worker,
    origin: `chrome-extension://${new URL(worker.url()).host}`,
    async getTabId(page) {
      await page.bringToFront();
      const id = await worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return tab?.id;
      });
      if (id === undefined)
        throw new Error(`Expected a tab in front that shows ${page.url()}, and there is none`);
      return id;
    },
    async close() {
      await context.close();
      if (profileDir === undefined) await rm(ownProfile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
