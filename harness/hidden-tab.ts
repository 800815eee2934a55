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
  // Opened by the page itself, so that it comes in the page's own window and in front of it.
  const coverUrl = `about:blank#cover-${page.targetId}`;
  await page.evaluate((url: string) => void window.open(url), coverUrl);
  const cover = await browser.findTarget((url) => url === coverUrl);
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
