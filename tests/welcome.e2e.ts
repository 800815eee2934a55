/** The welcome page, and one's own camera in the popup: the real frame path in pages of the extension. */
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { getClip } from '../harness/builds.ts';
import { launchUserBrowser } from '../harness/user-browser.ts';
import { eventually, readSettings, showPopup } from '../harness/user-popup.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
/** Mean difference of channels: the clip has about 45, film noir's tint 8, black and white next to none. */
const COLOURLESS = 12;

const browser = await launchUserBrowser({ build: 'dist-demo', cameraFile: await getClip(SIZE) });
afterAll(() => browser.close());

beforeEach(async () => {
  await browser.worker.evaluate(() => chrome.storage.local.clear());
});

/** The mean difference of the channels of what a video shows; null while it shows nothing. */
function readColour(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video.live');
    if (!video || video.videoWidth === 0) return null;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let difference = 0;
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      difference += Math.max(...channels) - Math.min(...channels);
    }
    return (4 * difference) / data.length;
  });
}

test('one click shows oneself with a filter; what is tried here is worn nowhere else', async () => {
  const page = await browser.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${browser.origin}/src/welcome/index.html`);
  await page.getByRole('button', { name: 'Try it on my camera' }).click();
  await eventually(() => readColour(page)).toBeGreaterThan(2 * COLOURLESS);
  await page.locator('[data-filter="noir"]').click();
  await eventually(() => readColour(page)).toBeLessThan(COLOURLESS);
  await page.locator('[data-filter="golden-hour"]').click();
  await eventually(() => readColour(page)).toBeGreaterThan(2 * COLOURLESS);

  await page.getByRole('button', { name: 'Close the camera' }).click();
  await page.getByRole('button', { name: 'Try it on my camera' }).waitFor();
  expect(await page.locator('video').count()).toBe(0);
  // A second time, with the program already there.
  await page.getByRole('button', { name: 'Try it on my camera' }).click();
  await eventually(() => readColour(page)).toBeGreaterThan(2 * COLOURLESS);
  await page.locator('[data-filter="noir"]').click();
  await eventually(() => readColour(page)).toBeLessThan(COLOURLESS);
  expect(errors).toEqual([]);
  expect(await readSettings(browser)).toBeNull();
  await page.close();
});

test('without a call the popup shows the own camera, with what is chosen', async () => {
  // The permission that the welcome page has asked for; the popup itself could not ask.
  await browser.context.grantPermissions(['camera']);
  const popup = await showPopup(browser);
  await popup.getByRole('button', { name: 'See yourself' }).click();
  await eventually(() => readColour(popup)).toBeGreaterThan(2 * COLOURLESS);
  await popup.locator('[data-filter="black-and-white"]').click();
  await eventually(() => readColour(popup)).toBeLessThan(COLOURLESS);
  const downloads = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Save a picture' }).click();
  expect((await downloads).suggestedFilename()).toMatch(/^filtroume .*\.png$/);
  await popup.getByRole('button', { name: 'Close the camera' }).click();
  await popup.getByRole('button', { name: 'See yourself' }).waitFor();
  await popup.close();
});
