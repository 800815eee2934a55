/**
 * Our extension in a browser: its id, its popup, the choice it stores, what it says of a page.
 * Works on built folders (dist-testing, dist-demo); changes to a copy for a test of failure are broken-copy.ts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStatus } from '../src/shared/status.ts';
import type { Browser } from './browser.ts';
import type { Page } from './page.ts';

export interface Extension {
  readonly id: string;
  readonly popupUrl: string;
  /** The popup in a window of its own, speaking of the given page. */
  openPopup(page: Page): Promise<Popup>;
  /** The popup of the toolbar button, over the tab in front, as a click opens it. */
  clickButton(): Promise<Clicked>;
}

export interface Clicked {
  readonly popup: Page;
  /** When, by the clock that performance.timeOrigin is of. */
  readonly clickedAtMs: number;
}

export interface Popup {
  readonly page: Page;
  /** Clicks until the filter with this id is worn, and it alone. */
  choose(filterId: string): Promise<void>;
  /** Clicks the switch if it is not already so. */
  turn(state: 'on' | 'off'): Promise<void>;
  /** The sentence that says what happens on the page. */
  readSentence(): Promise<string>;
  /** What the page's frames last said of themselves, one entry a frame. */
  readStatus(): Promise<readonly DocumentStatus[]>;
  close(): Promise<void>;
}

/** Finds the extension that the browser was launched with. */
export async function findExtension(browser: Browser, extensionDir: string): Promise<Extension> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as {
    readonly action: { readonly default_popup: string };
  };
  const worker = await browser.findTarget(
    (url) => url.startsWith('chrome-extension://') && /service-worker|background|\.js$/.test(url),
  );
  // A worker that has only just started has no interfaces yet.
  const id = await worker.waitFor(() => globalThis.chrome?.runtime?.id);
  const popupUrl = `chrome-extension://${id}/${manifest.action.default_popup}`;

  return {
    id,
    popupUrl,
    async openPopup(page) {
      const address = await page.evaluate(() => location.href);
      const finder = await browser.openPage(popupUrl, 'window');
      const tabId = await finder.evaluate(async (url: string) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((tab) => tab.url === url)?.id ?? null;
      }, address);
      await finder.close();
      if (tabId === null)
        throw new Error(`Expected a tab that shows ${address}, and the extension sees none`);
      return createPopup(await browser.openPage(`${popupUrl}?tab=${tabId}`, 'window'), tabId);
    },
    async clickButton() {
      const clickedAtMs = await worker.evaluate(() => {
        void chrome.action.openPopup();
        return performance.timeOrigin + performance.now();
      });
      return { popup: await browser.findTarget((url) => url === popupUrl), clickedAtMs };
    },
  };
}

function createPopup(page: Page, tabId: number): Popup {
  return {
    page,
    async choose(filterId) {
      await page.waitFor((id: string) => document.querySelector(`[data-filter="${id}"]`) !== null, filterId);
      const isPressed = (id: string) =>
        document.querySelector(`[data-filter="${id}"]`)?.ariaPressed === 'true' && { pressed: true };
      // The popup shows a click only when the choice is stored, so each waits for its own.
      await page.evaluate((id: string) => {
        const cell = document.querySelector<HTMLElement>(`[data-filter="${id}"]`);
        if (cell?.ariaPressed !== 'true') cell?.click();
      }, filterId);
      await page.waitFor(isPressed, filterId);
      await page.evaluate((id: string) => {
        for (const cell of document.querySelectorAll<HTMLElement>('[data-filter][aria-pressed=true]')) {
          if (cell.dataset.filter !== id) cell.click();
        }
      }, filterId);
      await page.waitFor(() => document.querySelectorAll('[data-filter][aria-pressed=true]').length === 1);
    },
    async turn(state) {
      await page.waitFor(() => document.querySelector('[role=switch]') !== null);
      await page.evaluate((wanted: string) => {
        const control = document.querySelector<HTMLElement>('[role=switch]');
        if ((control?.ariaChecked === 'true') !== (wanted === 'on')) control?.click();
      }, state);
      // As with a filter: the popup shows it once it is stored.
      await page.waitFor(
        (wanted: string) =>
          (document.querySelector('[role=switch]')?.ariaChecked === 'true') === (wanted === 'on') && {
            turned: true,
          },
        state,
      );
    },
    readSentence: () => page.evaluate(() => document.querySelector('[role=status]')?.textContent ?? ''),
    readStatus: () => page.evaluate(readStatusOfTab, tabId),
    close: () => page.close(),
  };
}

/** Runs in the popup: asks the tab's frames as the popup itself does, and gives the others a moment once one has answered. */
function readStatusOfTab(tabId: number): Promise<DocumentStatus[]> {
  const FIRST_WITHIN_MS = 1000;
  const OTHERS_WITHIN_MS = 100;
  return new Promise((resolve) => {
    const answers: DocumentStatus[] = [];
    const port = chrome.tabs.connect(tabId, { name: 'status' });
    const end = () => {
      port.disconnect();
      resolve(answers);
    };
    const noneCame = setTimeout(end, FIRST_WITHIN_MS);
    port.onMessage.addListener((status: DocumentStatus) => {
      clearTimeout(noneCame);
      if (answers.push(status) === 1) setTimeout(end, OTHERS_WITHIN_MS);
    });
    port.onDisconnect.addListener(() => {
      // Nobody is there to answer; read, or the browser complains that it was not.
      void chrome.runtime.lastError;
      clearTimeout(noneCame);
      resolve(answers);
    });
  });
}
