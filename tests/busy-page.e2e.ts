/** A page whose thread has other things to do: as many frames are encoded as of the camera itself, filter or none. */
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { BUSY_LOADS, measureBusyPage } from '../harness/busy-loads.ts';
import { startCall } from '../harness/call.ts';
import { eyesOf, isPlain, isWorn, startCallBrowser } from '../harness/call-browser.ts';

/** Both encoders give up frames on a machine that is full; frames that wait for the page's thread are a third, a quarter, or none. */
const LEAST_SHARE = 0.7;
const STUDIED_MS = 6000;

const { server, browser, extension, camera, close } = await startCallBrowser();
const plainBrowser = await launchBrowser({ camera });
afterAll(async () => {
  await plainBrowser.close();
  await close();
});

const openCall = (from: Browser) => startCall(from, server.getUrl('plain', true));

const native = await openCall(plainBrowser).then(async (call) => {
  const rates = await measureBusyPage(call, STUDIED_MS);
  await call.page.close();
  return rates;
});

test.each([
  ['no filter', null, isPlain],
  ['glasses', 'glasses', isWorn],
  ['a pixelated face', 'pixelated-face', isWorn],
] as const)('%s: a busy page has its frames', async (name, filterId, isWished) => {
  const call = await openCall(browser);
  const popup = await extension.openPopup(call.page);
  await popup.choose(filterId ?? 'glasses');
  if (filterId === null) await popup.turn('off');
  await popup.close();
  await call.waitForPicture(eyesOf, isWished);
  const rates = await measureBusyPage(call, STUDIED_MS);
  console.log(name, JSON.stringify({ native, rates }));
  for (const load of BUSY_LOADS) {
    expect(rates[load].fps, `frames a second: ${load}`).toBeGreaterThan(LEAST_SHARE * native[load].fps);
  }
  await call.waitForPicture(eyesOf, isWished);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await call.page.close();
});
