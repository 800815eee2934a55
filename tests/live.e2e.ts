/** During the call: on, off and another filter by the popup, while the call notices nothing but the picture. */
import { afterAll, expect, test } from 'vitest';
import { type Call, startCall } from '../harness/call.ts';
import { eyesOf, isPlain, isWorn, PLAIN, SIZE, startCallBrowser } from '../harness/call-browser.ts';
import type { Popup } from '../harness/extension.ts';
import { hideTab } from '../harness/hidden-tab.ts';
import { longestFreezeAllowedMs } from '../harness/longest-freeze.ts';
import { measureLog } from '../harness/measure-log.ts';
import { measureColour, measureOverlay, type NumberedPicture } from '../harness/overlay.ts';
import { until } from '../harness/until.ts';

/** A face under one colour: most of what lies around the eyes is another. */
const HIDDEN = 0.6;
/** Mean difference of channels: the clip has about 45, black and white a codec's rest. */
const COLOURLESS = 8;
/** The clip's own frames have a mean of about 130. */
const BLACK_LUMA = 40;
/** A second or two of them. */
const WATCHED_FRAMES = 60;

const { server, browser, extension, close } = await startCallBrowser();
afterAll(close);

async function startWornCall(): Promise<{ call: Call; popup: Popup; ownFreezeMs: number }> {
  const call = await startCall(browser, server.getUrl('plain', true));
  const popup = await extension.openPopup(call.page);
  await popup.choose('glasses');
  await call.waitForPicture(eyesOf, isWorn);
  return { call, popup, ownFreezeMs: (await call.watchFrames(WATCHED_FRAMES)).longestFreezeMs };
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
  const { call, popup, ownFreezeMs } = await startWornCall();

  await popup.turn('off');
  await call.waitForPicture(eyesOf, isPlain);
  for (const picture of await call.takePictures(3, 20)) {
    const { eyes, head, outside } = measureOverlay(picture, SIZE);
    expect(Math.max(eyes, head, outside)).toBeLessThan(PLAIN);
  }

  await popup.turn('on');
  await call.waitForPicture(eyesOf, isWorn);

  await popup.choose('black-and-white');
  await call.waitForPicture(measureColour, (colour) => colour < COLOURLESS);

  await popup.choose('glasses');
  await call.waitForPicture(measureColour, (colour) => colour > 2 * COLOURLESS);
  await call.waitForPicture(eyesOf, isWorn);

  const { longestFreezeMs, darkestLuma } = measureLog(await call.readLog());
  expect(darkestLuma).toBeGreaterThan(BLACK_LUMA);
  expect(longestFreezeMs).toBeLessThan(longestFreezeAllowedMs(ownFreezeMs));
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await popup.close();
  await call.page.close();
});

test('the popup says what the call gets, and its frame rate and size', async () => {
  const { call, popup } = await startWornCall();
  await expect.poll(() => popup.readSentence()).not.toBe('');
  await expect.poll(async () => (await popup.readStatus())[0]?.figures?.widthPx).toBe(SIZE.widthPx);
  const [status] = await until(
    'a filter that is on',
    popup.readStatus,
    ([first]) => first?.filterOn === true,
  );
  expect(status).toMatchObject({ camera: 'open', filterIds: ['glasses'], problem: null });
  expect(status?.figures?.fpsOut).toBeGreaterThan(0);
  expect(status?.figures?.latencyMs.p95).toBeGreaterThanOrEqual(status?.figures?.latencyMs.p50 ?? Infinity);
  await popup.close();
  await call.page.close();
});

test('a really hidden tab goes on sending the filtered picture', async () => {
  const { call, popup } = await startWornCall();
  await popup.close();
  // With pictures taken meanwhile, as while it is hidden.
  const look = async () => {
    await call.readLog();
    await call.takeWished((picture) => isWorn(eyesOf(picture)), 4, 20);
    return measureLog(await call.readLog());
  };
  const before = await look();

  const hidden = await hideTab(browser, call.page);
  const { framesPerSecond, longestFreezeMs } = await look();
  expect(await call.page.evaluate(() => document.visibilityState)).toBe('hidden');
  await hidden.show();
  const after = await look();
  // Timers of a hidden tab would give one frame a second. The same machine gave the rates around it; that it is busier
  // meanwhile may cost a half.
  expect(framesPerSecond).toBeGreaterThan(0.4 * Math.min(before.framesPerSecond, after.framesPerSecond));
  const ownFreezeMs = Math.max(before.longestFreezeMs, after.longestFreezeMs);
  expect(longestFreezeMs).toBeLessThan(longestFreezeAllowedMs(ownFreezeMs));

  expect(await call.readDisturbances()).toEqual([]);
  await call.page.close();
});
