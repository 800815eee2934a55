/** The popup over a site that the user may allow, has allowed, or opened too early for us. */
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchUserBrowser } from '../harness/user-browser.ts';
import { eventually, showPopup, showPopupOver } from '../harness/user-popup.ts';

const OTHER = { url: 'https://calls.example.org/room', title: 'Another call', frames: 'nobody' } as const;

const browser = await launchUserBrowser({ build: 'dist-demo' });
afterAll(() => browser.close());

/** No test can click in the browser's own question, so the user's answers are made up; they outlive a reload. */
function pretendPermissions(): void {
  const granted = () => JSON.parse(sessionStorage.getItem('granted') ?? '[]') as string[];
  const store = (origins: string[]) => sessionStorage.setItem('granted', JSON.stringify(origins));
  const own = chrome.permissions.contains.bind(chrome.permissions);
  Object.assign(chrome.permissions, {
    getAll: async () => ({ origins: granted() }),
    contains: async (asked: { origins: string[] }) =>
      asked.origins.every((origin) => granted().includes(origin)) || own(asked),
    async request({ origins }: { origins: string[] }) {
      if (navigator.userActivation.isActive) store(origins);
      return navigator.userActivation.isActive;
    },
    async remove({ origins }: { origins: string[] }) {
      store(granted().filter((origin) => !origins.includes(origin)));
      return true;
    },
  });
}

const sentenceOf = (popup: Page) => popup.locator('.page [role=status]').textContent();

test('a site is allowed in the click, and taken back by a button that is there for such sites alone', async () => {
  await browser.context.addInitScript(pretendPermissions);
  const popup = await showPopupOver(browser, OTHER);
  await popup.getByText('calls.example.org').waitFor();
  await popup.getByRole('button', { name: 'Use filters on this site' }).click();
  await eventually(() => sentenceOf(popup)).toMatch(/^Reload this page to use filters/);
  await popup.getByRole('tab', { name: 'More' }).click();
  await popup.getByText('You allowed filters on this site.').waitFor();
  await popup.getByRole('button', { name: 'Take back' }).click();
  await popup.getByRole('button', { name: 'Use filters on this site' }).waitFor();
  expect(await sentenceOf(popup)).toBe('Filters are not allowed on this site.');
  expect(await popup.getByRole('button', { name: 'Take back' }).count()).toBe(0);
  await popup.close();
});

test('over a page without our scripts the popup asks for a reload, and no longer when they are there', async () => {
  const page = await browser.context.newPage();
  // Nobody answers there; what the browser shows instead is a page that no extension may enter.
  await page.goto('http://localhost:1/').catch(() => {});
  const popup = await showPopup(browser, await browser.getTabId(page));
  await eventually(() => sentenceOf(popup)).toMatch(/^Reload this page to use filters/);
  await page.route('http://localhost:1/', (route) =>
    route.fulfill({ body: 'here', contentType: 'text/html' }),
  );
  await popup.getByRole('button', { name: 'Reload this page' }).click();
  await eventually(() => sentenceOf(popup)).toBe('No camera is open on this page.');
  expect(await popup.getByRole('button', { name: 'Reload this page' }).count()).toBe(0);
  await popup.close();
  await page.close();
});
