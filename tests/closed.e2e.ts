/** A filter that hides the face: not one frame of it leaves the page, whatever happens. Every frame is looked at. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakDrawing } from '../harness/broken-drawing.ts';
import { prependToHook } from '../harness/builds.ts';
import { chooseFilter, startCallBrowser } from '../harness/call-browser.ts';
import type { Popup } from '../harness/extension.ts';
import { judgeFrames, type Seen } from '../harness/judge-frames.ts';
import type { Page } from '../harness/page.ts';
import type { PageKind } from '../harness/server.ts';

const { server, browser, extension, close } = await startCallBrowser();
afterAll(close);
beforeAll(() => chooseFilter({ server, browser, extension }, 'covered-face'));

/** A page that keeps every frame of its camera from the moment that it has it. */
async function openCamera(
  kind: PageKind = 'plain',
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; popup: Popup }> {
  const page = await browser.openPage(server.getUrl(kind));
  await prepare?.(page);
  await page.evaluate(async () => {
    await watchCameraBy('mediaDevices');
    watched.keepThumbnails();
  });
  return { page, popup: await extension.openPopup(page) };
}

/** Looks until the far end has seen this many frames of a kind; adds up what it saw meanwhile. */
async function watchUntil(page: Page, isEnough: (seen: Seen) => boolean): Promise<Seen> {
  const sum = { blank: 0, hidden: 0, plain: 0 };
  await expect
    .poll(async () => {
      const { blank, hidden, plain } = await judgeFrames(page);
      sum.blank += blank;
      sum.hidden += hidden;
      sum.plain += plain;
      return isEnough(sum);
    })
    .toBe(true);
  return sum;
}

test('from the first frame on, and again after mute', async () => {
  const { page, popup } = await openCamera();
  expect(await watchUntil(page, ({ hidden }) => hidden > 10)).toMatchObject({ plain: 0 });
  // Where the machine is slow it may have been given up for a moment, covered meanwhile.
  await expect
    .poll(async () => (await popup.readStatus())[0])
    .toMatchObject({ filterOn: true, isBlank: false });
  await page.evaluate(() => {
    const [track] = (
      document.querySelector('#mine') as HTMLVideoElement & { srcObject: MediaStream }
    ).srcObject.getVideoTracks();
    if (!track) throw new Error('Expected a track');
    track.enabled = false;
    watched.log.splice(0);
  });
  await page.waitFor(() => watched.log.length > 0);
  await page.evaluate(() => {
    const { srcObject } = document.querySelector('#mine') as HTMLVideoElement & { srcObject: MediaStream };
    watched.thumbnails.splice(0);
    for (const track of srcObject.getVideoTracks()) track.enabled = true;
  });
  // Frames of a track that is off are black, which is no frame of the camera; whatever has a number must be hidden.
  await watchUntil(page, ({ hidden }) => hidden > 10);
  expect(await watchUntil(page, ({ hidden }) => hidden > 10)).toMatchObject({ plain: 0 });
  await popup.close();
  await page.close();
});

test('while the detector is gone, and the popup says so', async () => {
  const { page, popup } = await openCamera();
  await watchUntil(page, ({ hidden }) => hidden > 10);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('html > div[hidden]')) element.remove();
  });
  await expect.poll(() => popup.readSentence()).toContain('Your face is covered');
  const seen = await watchUntil(page, ({ blank, hidden }) => blank > 0 && hidden > 20);
  expect(seen).toMatchObject({ plain: 0 });
  await expect.poll(() => popup.readSentence()).toContain('Covered face');
  await popup.close();
  await page.close();
});

test('while drawing fails', async () => {
  // Where there is no place for workers, what draws is where a page can break it.
  const { page, popup } = await openCamera('csp', (opened) => breakDrawing(opened));
  await expect.poll(() => popup.readSentence()).toContain('Your face is covered');
  expect(await watchUntil(page, ({ blank }) => blank > 20)).toMatchObject({ hidden: 0, plain: 0 });
  await expect
    .poll(async () => (await popup.readStatus())[0])
    .toMatchObject({ isBlank: true, problem: 'render-failed' });
  await popup.close();
  await page.close();
});

test('in a window without an address of its own, by the choice of the site that opened it', async () => {
  const page = await browser.openPage(server.getUrl('plain'));
  const popup = await extension.openPopup(page);
  const origin = await page.evaluate(() => location.origin);
  const before = await popup.page.evaluate(async (site: string) => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    const sites = { [site]: { off: false, remembered: { ...settings, enabled: true } } };
    await chrome.storage.local.set({ settings: { ...settings, enabled: false, sites } });
    return settings;
  }, origin);
  await page.evaluate(async () => {
    const opened = window.open('', '_blank', 'popup');
    if (!opened) throw new Error('Expected a window');
    await watchStream(await opened.navigator.mediaDevices.getUserMedia({ video: true }));
    watched.keepThumbnails();
  });
  expect(await watchUntil(page, ({ hidden, plain }) => hidden + plain > 10)).toMatchObject({ plain: 0 });
  await popup.page.evaluate((settings: object) => chrome.storage.local.set({ settings }), before);
  await popup.close();
  await page.close();
});

/** What remains can neither read a camera's frames nor make any. */
const WITHOUT_FRAMES = `for (const name of ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator']) delete globalThis[name];
delete HTMLCanvasElement.prototype.captureStream;
`;

test('where frames can be neither read nor made the camera is dark, and ends', async () => {
  const poor = await startCallBrowser((path) => prependToHook(path, WITHOUT_FRAMES));
  try {
    await chooseFilter(poor, 'covered-face');
    const page = await poor.browser.openPage(poor.server.getUrl('plain'));
    const seen = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      const [track] = stream.getVideoTracks();
      if (!track) throw new Error('Expected a track');
      const before = track.enabled;
      await new Promise((resolve) => track.addEventListener('ended', resolve));
      return { before, after: track.readyState };
    });
    expect(seen).toEqual({ before: false, after: 'ended' });
  } finally {
    await poor.close();
  }
});
