/** During the call: on, off and another filter by the popup, while the call notices nothing but the picture. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from './harness/browser.ts';
import { getBuild, getClip } from './harness/builds.ts';
import { type Call, measureLog, startCall } from './harness/call.ts';
import { type Extension, findExtension, type Popup } from './harness/extension.ts';
import { hideTab } from './harness/hidden-tab.ts';
import { measureColour, measureOverlay, type NumberedPicture } from './harness/overlay.ts';
import { type CallServer, startCallServer } from './harness/server.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
/** Around the eyes: glasses change 0.12 to 0.19 of the pixels, the codec next to none. */
const WORN = 0.06;
/** A face under one colour: most of what lies around the eyes is another. */
const HIDDEN = 0.6;
/** With the filter off, what is left of "changed" pixels around the eyes is the codec's. */
const PLAIN = 0.02;
/** Mean difference of channels: the clip has about 45, black and white a codec's rest. */
const COLOURLESS = 8;
/** The clip's own frames have a mean of about 130. */
const BLACK_LUMA = 40;
/** A pause that people call a freeze. */
const FREEZE_MS = 600;

let server: CallServer;
let browser: Browser;
let extension: Extension;
beforeAll(async () => {
  server = await startCallServer();
  const extensionDir = getBuild('dist-testing');
  browser = await launchBrowser({ extensionDir, camera: { file: await getClip(SIZE) } });
  extension = await findExtension(browser, extensionDir);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const eyesOf = (picture: NumberedPicture) => measureOverlay(picture, SIZE).eyes;

async function startWornCall(): Promise<{ call: Call; popup: Popup }> {
  const call = await startCall(browser, server.getUrl('plain', true));
  const popup = await extension.openPopup(call.page);
  await popup.choose('glasses');
  await call.waitForPicture(eyesOf, (eyes) => eyes > WORN);
  await call.readLog();
  return { call, popup };
}

test('a filter that hides the face hides it and nothing else', async () => {
  const { call, popup } = await startWornCall();
  await popup.choose('covered-face');
  // A frame that may not be seen is covered whole: then the rest of the picture is gone too.
  const measured = (picture: NumberedPicture) => measureOverlay(picture, SIZE);
  await call.waitForPicture(measured, ({ eyes, outside }) => eyes > HIDDEN && outside < PLAIN);
  await popup.close();
  await call.page.close();
});

test('off, on, another filter: the picture changes and nothing else does', async () => {
  const { call, popup } = await startWornCall();

  await popup.turn('off');
  await call.waitForPicture(eyesOf, (eyes) => eyes < PLAIN);
  for (const picture of await call.takePictures(3, 20)) {
    const { eyes, head, outside } = measureOverlay(picture, SIZE);
    expect(Math.max(eyes, head, outside)).toBeLessThan(PLAIN);
  }

  await popup.turn('on');
  await call.waitForPicture(eyesOf, (eyes) => eyes > WORN);

  await popup.choose('black-and-white');
  await call.waitForPicture(measureColour, (colour) => colour < COLOURLESS);

  await popup.choose('glasses');
  await call.waitForPicture(measureColour, (colour) => colour > 2 * COLOURLESS);
  await call.waitForPicture(eyesOf, (eyes) => eyes > WORN);

  const { longestFreezeMs, darkestLuma } = measureLog(await call.readLog());
  expect(darkestLuma).toBeGreaterThan(BLACK_LUMA);
  expect(longestFreezeMs).toBeLessThan(FREEZE_MS);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await popup.close();
  await call.page.close();
});

test('the popup says what the call gets, and its frame rate and size', async () => {
  const { call, popup } = await startWornCall();
  await expect.poll(() => popup.readSentence(), { timeout: 10_000 }).not.toBe('');
  await expect
    .poll(async () => (await popup.readStatus())[0]?.figures?.widthPx, { timeout: 10_000 })
    .toBe(SIZE.widthPx);
  const [status] = await popup.readStatus();
  expect(status).toMatchObject({ camera: 'open', filterOn: true, filterIds: ['glasses'], problem: null });
  expect(status?.figures?.fpsOut).toBeGreaterThan(0);
  expect(status?.figures?.latencyMs.p95).toBeGreaterThanOrEqual(status?.figures?.latencyMs.p50 ?? Infinity);
  await popup.close();
  await call.page.close();
});

test('a really hidden tab goes on sending the filtered picture', async () => {
  const { call, popup } = await startWornCall();
  await popup.close();
  await call.takePictures(4, 20);
  const visible = measureLog(await call.readLog());

  const hidden = await hideTab(browser, call.page);
  await call.readLog();
  const looks = (await call.takePictures(4, 20)).map((picture) => measureOverlay(picture, SIZE));
  for (const look of looks) expect(look.eyes).toBeGreaterThan(WORN);
  expect(await call.page.evaluate(() => document.visibilityState)).toBe('hidden');
  const { framesPerSecond, longestFreezeMs } = measureLog(await call.readLog());
  // Timers of a hidden tab would give one frame a second. The same machine gave the first rate, so load cancels out.
  expect(framesPerSecond).toBeGreaterThan(0.6 * visible.framesPerSecond);
  expect(longestFreezeMs).toBeLessThan(FREEZE_MS);

  await hidden.show();
  expect(await call.readDisturbances()).toEqual([]);
  await call.page.close();
});
