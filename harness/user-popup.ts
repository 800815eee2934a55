/** The popup as a user of a keyboard, a mouse or a screen reader meets it, in a tab of its own; and what it stores. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import type { Settings } from '../src/shared/settings.ts';
import type { DocumentStatus } from '../src/shared/status.ts';
import type { UserBrowser } from './user-browser.ts';

const POPUP = 'src/popup/index.html';

/** As expect, of what will be so in the end. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read);
}

/** Opens the popup, speaking of a tab, or of itself. */
export async function showPopup({ context, origin }: UserBrowser, tabId?: number): Promise<Page> {
  const page = await context.newPage();
  await openPopup(page, origin, tabId);
  return page;
}

/** A page that the popup may be made to believe it was opened over. */
export interface PretendedPage {
  readonly url: string;
  readonly title: string;
  /** What its frames answer; 'nobody': no script of ours is there. */
  readonly frames: readonly DocumentStatus[] | 'nobody';
}

/** As showPopup, over a page that is not there. */
export async function showPopupOver({ context, origin }: UserBrowser, over: PretendedPage): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(pretend, over);
  await openPopup(page, origin);
  return page;
}

async function openPopup(page: Page, origin: string, tabId?: number): Promise<void> {
  const query = tabId === undefined ? '' : `?tab=${tabId}`;
  await page.goto(`${origin}/${POPUP}${query}`);
  await page.getByRole('switch').waitFor();
  // Most of the grid comes after the first paint.
  await page
    .locator('[data-filter]')
    .nth(FILTERS.length - 1)
    .waitFor({ state: 'attached' });
}

/** Runs in the popup before its own script: a tab, and a port on which its frames answer. */
function pretend({ url, title, frames }: PretendedPage): void {
  const onMessage = {
    addListener(listener: (message: unknown) => void) {
      for (const frame of frames === 'nobody' ? [] : frames) setTimeout(() => listener(frame));
    },
  };
  const onDisconnect = {
    addListener(listener: () => void) {
      if (frames === 'nobody') setTimeout(listener);
    },
  };
  const nobody = { message: 'Could not establish connection. Receiving end does not exist.' };
  if (frames === 'nobody') Object.defineProperty(chrome.runtime, 'lastError', { value: nobody });
  const port = { onMessage, onDisconnect, postMessage() {}, disconnect() {} };
  Object.defineProperty(chrome.tabs, 'connect', { value: () => port });
  Object.defineProperty(chrome.tabs, 'query', { value: async () => [{ id: 1, url, title }] });
}

export async function readSettings({ worker }: UserBrowser): Promise<Settings | null> {
  const { settings } = await worker.evaluate(() => chrome.storage.local.get('settings'));
  return (settings as Settings | undefined) ?? null;
}

/** What of the stored settings says what is worn; null before anything is stored. */
export async function readChoice(
  browser: UserBrowser,
): Promise<Pick<Settings, 'enabled' | 'filterIds'> | null> {
  const settings = await readSettings(browser);
  return settings && { enabled: settings.enabled, filterIds: settings.filterIds };
}

/** The names of the filters that the popup shows as worn. */
export function wornNames(popup: Page): Promise<string[]> {
  return popup.locator('[data-filter][aria-pressed=true]').allTextContents();
}

/** What the toolbar button says in a tab, or where no tab says otherwise. */
export function readBadge({ worker }: UserBrowser, tabId?: number): Promise<string> {
  return worker.evaluate((id) => chrome.action.getBadgeText(id === null ? {} : { tabId: id }), tabId ?? null);
}

export function readTitle({ worker }: UserBrowser, tabId?: number): Promise<string> {
  return worker.evaluate((id) => chrome.action.getTitle(id === null ? {} : { tabId: id }), tabId ?? null);
}

/** Browser shortcuts cannot be pressed from outside; dispatch is how the browser itself calls the listeners. */
export async function pressCommand({ worker }: UserBrowser, command: string, tabUrl?: string): Promise<void> {
  await worker.evaluate(
    ([name, url]) => {
      const onCommand = chrome.commands.onCommand as unknown as {
        dispatch(command: string, tab?: object): void;
      };
      onCommand.dispatch(name, url === null ? undefined : { url });
    },
    [command, tabUrl ?? null] as const,
  );
}
