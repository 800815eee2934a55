/**
 * Really hides a tab: another tab of the same window comes to the front, and the browser itself says "hidden".
 */
import type { Browser } from './browser.ts';
import type { Page } from './page.ts';

export interface HiddenTab {
  /** Brings the tab back to the front. */
  show(): Promise<void>;
}

export async function hideTab(browser: Browser, page: Page): Promise<HiddenTab> {
  // A new tab opens in the window that was used last: make that the page's.
  await browser.activate(page);
  const cover = await browser.openPage('about:blank');
  await browser.activate(cover);
  await page.waitFor(() => document.visibilityState === 'hidden');
  return {
    async show() {
      await browser.activate(page);
      await page.waitFor(() => document.visibilityState === 'visible');
      await cover.close();
    },
  };
}
