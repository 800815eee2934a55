/** A page that listens, forges and replays: it gets hold of nothing, changes nothing, and makes nothing throw. */
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { startCall } from '../harness/call.ts';
import { eyesOf, isWorn, startCallBrowser } from '../harness/call-browser.ts';
import { grabFrames } from '../harness/pages/grab-frames.ts';
import { eavesdrop, embedEngine, type Fuzzed, fuzz, watchNewFrames } from '../harness/pages/hostile-page.ts';

const MESSAGES = 10_000;

const { server, browser, extension, camera, close } = await startCallBrowser();
afterAll(close);

test('a page that listens at every method of ports and events hears nothing of ours', async () => {
  const call = await startCall(browser, server.getUrl('plain'), {
    constraints: { video: true },
    prepare: (page) => page.evaluate(eavesdrop),
  });
  await call.waitForPicture(eyesOf, isWorn);
  expect(
    await call.page.evaluate(() => (globalThis as unknown as { overheard: string[] }).overheard),
  ).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await call.page.close();
});

test('a page that replaces what frames and tracks go through gets hold of none of a camera whose face is hidden', async () => {
  const page = await browser.openPage(server.getUrl('plain'));
  const popup = await extension.openPopup(page);
  await popup.choose('covered-face');
  // Enough that the filter is on at the end, after frames that were covered whole.
  expect(await page.evaluate(grabFrames, 90)).toEqual([]);
  await expect
    .poll(async () => (await popup.readStatus())[0])
    .toMatchObject({ filterOn: true, problem: null });
  await popup.choose('glasses');
  await popup.close();
  await page.close();
});

test('frames that a page makes are ours before they are its own', async () => {
  const page = await browser.openPage(server.getUrl('plain'));
  expect(await page.evaluate(watchNewFrames)).toEqual([]);
  await page.close();
});

test(`${MESSAGES} malformed and replayed messages change nothing`, async () => {
  const call = await startCall(browser, server.getUrl('plain'), { constraints: { video: true } });
  const popup = await extension.openPopup(call.page);
  await popup.choose('glasses');
  await call.waitForPicture(eyesOf, isWorn);
  const readStored = () => popup.page.evaluate(() => chrome.storage.local.get());
  const before = await readStored();
  await call.readLog();

  await call.page.evaluate(embedEngine, extension.id);
  const fuzzed: Fuzzed = await call.page.evaluate(fuzz, MESSAGES);
  expect(fuzzed).toMatchObject({ sent: MESSAGES, answers: 0, thrown: [] });

  expect(await readStored()).toEqual(before);
  // Where the machine is slow it may have been off for a moment.
  await expect
    .poll(async () => (await popup.readStatus())[0])
    .toMatchObject({ filterOn: true, filterIds: ['glasses'], problem: null });
  await call.waitForPicture(eyesOf, isWorn);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await popup.close();
  await call.page.close();
});

test('a page finds no interface of the extension, no global and no element that says whose it is', async () => {
  const plainBrowser = await launchBrowser({ camera });
  const globalsOf = async (from: Browser) => {
    const call = await startCall(from, server.getUrl('plain'), { constraints: { video: true } });
    if (from === browser) await call.waitForPicture(eyesOf, isWorn);
    const found = await call.page.evaluate(() => ({
      globals: [
        ...Object.getOwnPropertyNames(globalThis),
        ...Object.getOwnPropertySymbols(globalThis).map(String),
      ],
      runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      html: document.documentElement.outerHTML.includes('chrome-extension'),
      resources: performance.getEntries().some(({ name }) => name.includes('chrome-extension')),
    }));
    await call.page.close();
    return found;
  };
  try {
    const ours = await globalsOf(browser);
    expect(ours).toEqual(await globalsOf(plainBrowser));
    expect(ours.html || ours.resources).toBe(false);
  } finally {
    await plainBrowser.close();
  }
});
