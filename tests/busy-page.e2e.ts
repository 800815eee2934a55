/** A page whose thread has other things to do: as many frames are encoded as of the camera itself, filter or none. */
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { type Call, startCall } from '../harness/call.ts';
import { eyesOf, isPlain, isWorn, startCallBrowser } from '../harness/call-browser.ts';
import { type Encoded, readEncoded, workInPeriods } from '../harness/pages/busy-page.ts';

/** Both encoders give up frames on a machine that is full; frames that wait for the page's thread are a third, a quarter, or none. */
const LEAST_SHARE = 0.7;
const STUDIED_MS = 6000;

const { server, browser, extension, camera, close } = await startCallBrowser();
const plainBrowser = await launchBrowser({ camera });
afterAll(async () => {
  await plainBrowser.close();
  await close();
});

/** What a page's thread may be at; each runs while frames are counted. */
const LOADS: Readonly<Record<string, (call: Call) => Promise<unknown>>> = {
  'works 200 of 250 ms': ({ page }) => page.evaluate(workInPeriods, 200, 250, STUDIED_MS / 250),
  'works 900 of 1,000 ms': ({ page }) => page.evaluate(workInPeriods, 900, 1000, STUDIED_MS / 1000),
  async 'shows an alert'({ page }) {
    await page.send('Page.enable');
    const shown = page.evaluate(() => alert('Somebody is at the door'));
    await new Promise((resolve) => setTimeout(resolve, STUDIED_MS));
    await page.send('Page.handleJavaScriptDialog', { accept: true });
    await shown;
  },
};

/** Frames encoded a second, by load. */
async function measure(call: Call): Promise<Readonly<Record<string, number>>> {
  const rates: Record<string, number> = {};
  for (const [name, load] of Object.entries(LOADS)) {
    const before: Encoded = await call.page.evaluate(readEncoded);
    await load(call);
    const after: Encoded = await call.page.evaluate(readEncoded);
    rates[name] = ((after.frames - before.frames) * 1000) / (after.atMs - before.atMs);
  }
  return rates;
}

const openCall = (from: Browser) => startCall(from, server.getUrl('plain', true));

const native = await openCall(plainBrowser).then(async (call) => {
  const rates = await measure(call);
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
  const rates = await measure(call);
  console.log(name, JSON.stringify({ native, rates }));
  for (const load of Object.keys(LOADS)) {
    expect(rates[load], `frames a second while the page ${load}`).toBeGreaterThan(
      LEAST_SHARE * (native[load] ?? Number.POSITIVE_INFINITY),
    );
  }
  await call.waitForPicture(eyesOf, isWished);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await call.page.close();
});
