/**
 * A browser with our extension and two drawn cameras, a page whose cameras come and go, and a filter that shows on
 * any picture: black and white.
 */
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Browser, launchBrowser } from './browser.ts';
import { getBuild } from './builds.ts';
import type { Page } from './page.ts';
// For the type of the page's global `life`.
import type {} from './pages/life-page.ts';
import { startSite } from './site.ts';

export interface Life {
  readonly browser: Browser;
  /** The extension's service worker. */
  readonly background: Page;
  /** Ends in a slash. */
  readonly url: string;
  openPage(path?: string): Promise<Page>;
  /** Puts the filter on or takes it off, as the popup does by what it stores. */
  wear(enabled: boolean): Promise<void>;
  close(): Promise<void>;
}

/** What is left of colour in black and white; a drawn camera has 140, a drawn screen as much. */
export const COLOURLESS = 3;

export async function startLife(): Promise<Life> {
  const site = await startSite(join(import.meta.dirname, 'pages', 'life-page.ts'));
  const browser = await launchBrowser({ extensionDir: getBuild('dist-testing'), camera: { devices: 2 } });
  const background = await browser.findTarget((url) => /^chrome-extension:.*service-worker/.test(url));
  await background.waitFor(() => globalThis.chrome?.runtime?.id);
  let pages = 0;

  const life: Life = {
    browser,
    background,
    url: site.url,
    openPage(path = '') {
      pages += 1;
      return browser.openPage(`${site.url}${path}?page=${pages}`);
    },
    wear: (enabled) =>
      background.evaluate(async (on: boolean) => {
        const settings = { version: 1, enabled: on, filterId: 'black-and-white' };
        await chrome.storage.local.set({ settings });
      }, enabled),
    async close() {
      await browser.close();
      await site.close();
    },
  };
  await life.wear(true);
  return life;
}

/** How colourful the next frame of the page's track of this name is. */
export const colourOf = async (page: Page, name: string): Promise<number> =>
  (await page.evaluate((track: string) => life.look(track), name)).colour;

export const expectWorn = (page: Page, name: string): Promise<void> =>
  expect.poll(() => colourOf(page, name)).toBeLessThan(COLOURLESS);
