/** What the popup says and shows of the page below it: problems, the outgoing picture, the site; and the toolbar button. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { getClip } from '../harness/builds.ts';
import { type CallServer, startCallServer } from '../harness/server.ts';
import { launchUserBrowser } from '../harness/user-browser.ts';
import {
  eventually,
  readBadge,
  readChoice,
  readSettings,
  readTitle,
  showPopup,
} from '../harness/user-popup.ts';
import { PROBLEM_SENTENCES } from '../src/shared/problem.ts';

const NO_SUCH_CAMERA = { deviceId: { exact: 'no-such-camera' } };
const SIZE = { widthPx: 640, heightPx: 480 };
/** Mean difference of channels: the clip has about 45, black and white an encoder's rest. */
const COLOURLESS = 8;

const server = await startCallServer();
afterAll(() => server.close());
const browser = await launchUserBrowser({ build: 'dist-demo', cameraFile: await getClip(SIZE) });
afterAll(() => browser.close());

beforeEach(async () => {
  await browser.worker.evaluate(() => chrome.storage.local.clear());
});

async function openCall(video?: Parameters<CallServer['getUrl']>[1]): Promise<{ call: Page; tabId: number }> {
  const call = await browser.context.newPage();
  await call.goto(server.getUrl('plain', video));
  return { call, tabId: await browser.getTabId(call) };
}

const sentenceOf = (popup: Page) => popup.locator('.page [role=status]').textContent();

/** How many pictures the popup has shown, their size, and the mean difference of the last one's channels. */
function readScreen(popup: Page) {
  return popup.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.live');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return null;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let difference = 0;
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      difference += Math.max(...channels) - Math.min(...channels);
    }
    const { width, height, dataset } = canvas;
    return { shown: Number(dataset.shown ?? 0), width, height, colour: (4 * difference) / data.length };
  });
}

test('a call that is refused a camera: popup and button say why, until the page is left', async () => {
  const { call, tabId } = await openCall(NO_SUCH_CAMERA);
  const popup = await showPopup(browser, tabId);
  await eventually(() => sentenceOf(popup)).toBe(PROBLEM_SENTENCES['camera-refused']);
  await eventually(() => readBadge(browser, tabId)).toBe('!');
  await eventually(() => readTitle(browser, tabId)).toBe(
    `filtrou.me: ${PROBLEM_SENTENCES['camera-refused']}`,
  );
  await call.goto(server.getUrl('plain'));
  await eventually(() => sentenceOf(popup)).toBe('No camera is open on this page.');
  await eventually(() => readBadge(browser, tabId)).toBe('');
  await call.goto(server.getUrl('plain', NO_SUCH_CAMERA));
  await eventually(() => sentenceOf(popup)).toBe(PROBLEM_SENTENCES['camera-refused']);
  await popup.close();
  await call.close();
});

test('the popup shows what the call gets, filter and all, and says where and since when', async () => {
  const { call, tabId } = await openCall(true);
  const popup = await showPopup(browser, tabId);
  await eventually(() => sentenceOf(popup)).toBe('The camera is open. The call sees it without a filter.');
  await eventually(() => readTitle(browser, tabId)).toBe(
    'filtrou.me: the camera on this page is without a filter',
  );
  await eventually(async () => (await readScreen(popup))?.shown).toBeGreaterThan(3);
  expect(await readScreen(popup)).toMatchObject({ width: 320, height: 240 });
  expect((await readScreen(popup))?.colour).toBeGreaterThan(2 * COLOURLESS);

  await popup.locator('[data-filter="black-and-white"]').click();
  await eventually(() => sentenceOf(popup)).toBe('The call sees you with Black and white.');
  await eventually(async () => (await readScreen(popup))?.colour).toBeLessThan(COLOURLESS);
  await eventually(() => readBadge(browser, tabId)).toBe('ON');
  expect(await popup.locator('.where').textContent()).toMatch(/^Since \d.* in “Call”$/);

  const screen = popup.getByRole('img', { name: 'Your picture' });
  const isMirrored = () =>
    screen.evaluate((canvas) => getComputedStyle(canvas).transform.startsWith('matrix(-1'));
  expect(await isMirrored()).toBe(true);
  await popup.getByRole('button', { name: 'Show me as in a mirror' }).click();
  await eventually(isMirrored).toBe(false);

  await popup.getByRole('tab', { name: 'More' }).click();
  await popup.getByLabel('Show figures').check();
  const hud = popup.locator('dl.hud');
  await eventually(() => hud.textContent()).toMatch(/fps in\d+\.\dfps out\d+\.\d/);
  await popup.close();
  await call.close();
});

test('a saved picture is the outgoing frame, whole and not mirrored', async () => {
  const { call, tabId } = await openCall(true);
  const popup = await showPopup(browser, tabId);
  const downloads = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Save a picture' }).click();
  const download = await downloads;
  expect(download.suggestedFilename()).toMatch(/^filtroume \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/);
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height of the header (PNG, 11.2.2).
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([SIZE.widthPx, SIZE.heightPx]);
  await popup.close();
  await call.close();
});

test('a site can be off for good, or keep a choice of its own', async () => {
  const { call, tabId } = await openCall(true);
  const site = new URL(call.url()).origin;
  const popup = await showPopup(browser, tabId);
  await popup.locator('[data-filter="black-and-white"]').click();
  await eventually(() => readBadge(browser, tabId)).toBe('ON');
  await popup.getByRole('tab', { name: 'More' }).click();
  await popup.getByText(new URL(site).host).waitFor();

  await popup.getByLabel('Filters on this site').uncheck();
  await eventually(() => sentenceOf(popup)).toBe('The camera is open. The call sees it without a filter.');
  await eventually(() => readBadge(browser, tabId)).toBe('');
  expect(await readBadge(browser), 'elsewhere it is on').toBe('ON');
  await popup.getByLabel('Filters on this site').check();
  await eventually(() => readBadge(browser, tabId)).toBe('ON');
  expect((await readSettings(browser))?.sites).toEqual({});

  await popup.getByLabel('Remember for this site').check();
  await popup.getByRole('tab', { name: 'Filters' }).click();
  await popup.locator('[data-filter="glasses"]').click();
  const remembered = async () => (await readSettings(browser))?.sites[site]?.remembered?.filterIds;
  await eventually(remembered).toEqual(['black-and-white', 'glasses']);
  expect(await readChoice(browser)).toEqual({ enabled: true, filterIds: ['black-and-white'] });
  await popup.close();
  await call.close();
});

test('over another tab the popup says in which one a filter is on, and goes there', async () => {
  const { call, tabId } = await openCall(true);
  const onCall = await showPopup(browser, tabId);
  await onCall.locator('[data-filter="black-and-white"]').click();
  await eventually(() => sentenceOf(onCall)).toBe('The call sees you with Black and white.');
  expect(await onCall.getByText('A filter is on in').count(), 'the tab itself is no other').toBe(0);
  await onCall.close();

  const { call: quiet, tabId: quietId } = await openCall();
  const popup = await showPopup(browser, quietId);
  await popup.getByText('A filter is on in “Call”.').waitFor();
  await popup.getByRole('button', { name: 'Go there' }).click();
  const inFront = () =>
    browser.worker.evaluate(
      async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id,
    );
  await eventually(inFront).toBe(tabId);
  await popup.getByRole('switch').click();
  await popup.getByText('A filter is on in').waitFor({ state: 'detached' });
  for (const page of [popup, quiet, call]) await page.close();
});

test('a site that the extension has no access to is named as that', async () => {
  const page = await browser.context.newPage();
  await page.goto('about:blank');
  const popup = await showPopup(browser, await browser.getTabId(page));
  await eventually(() => sentenceOf(popup)).toBe('Filters are not allowed on this site.');
  await popup.close();
  await page.close();
});

test('a stored filter that this version does not have is said, shows no ON, and stays stored', async () => {
  const newer = { version: 2, enabled: true, filterIds: ['from-tomorrow'] };
  await browser.worker.evaluate((settings) => chrome.storage.local.set({ settings }), newer);
  const popup = await showPopup(browser);
  await eventually(() => sentenceOf(popup)).toBe(PROBLEM_SENTENCES['filter-unknown']);
  await eventually(() => readBadge(browser)).toBe('');
  expect(await readChoice(browser)).toEqual({ enabled: true, filterIds: ['from-tomorrow'] });
  await popup.close();
});
