/**
 * The filter needs no extension: a plain web page, from a server of fixed files without Cross-Origin headers, opens the
 * camera, runs engine and pipeline by itself and has glasses on the face. It asks nobody but that server for anything.
 */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { getClip } from '../harness/builds.ts';
import { decodePicture } from '../harness/call.ts';
import { eyesOf, isWorn, SIZE } from '../harness/call-browser.ts';
import { measureOverlay } from '../harness/overlay.ts';
// For the type of the page's global `plainPage`.
import type {} from '../harness/pages/plain-page.ts';
import { startModuleSite } from '../harness/site.ts';
import { kernelsOfTheEngine } from '../packaging/compile-kernels.ts';

const WAIT_MS = 60_000;

const entry = join(import.meta.dirname, '..', 'harness', 'pages', 'plain-page.ts');
const site = await startModuleSite(entry, [kernelsOfTheEngine()]);
// Every other name is unknown to this browser, so that what is asked for elsewhere fails, and says so in the page.
const browser = await launchBrowser({
  camera: { file: await getClip(SIZE) },
  flags: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('glasses are on the face in a page without an extension, and nothing is asked for elsewhere', async () => {
  const page = await browser.openPage(site.url);
  const asked: string[] = [];
  const stopListening = browser.connection.listen(({ method, params }) => {
    if (method !== 'Network.requestWillBeSent') return;
    asked.push((params as unknown as { readonly request: { readonly url: string } }).request.url);
  });
  await page.send('Network.enable');
  await page.evaluate(() => plainPage.open());

  const takePicture = async () => decodePicture(await page.evaluate(() => plainPage.takePicture()));
  await expect.poll(async () => isWorn(eyesOf(await takePicture())), { timeout: WAIT_MS }).toBe(true);
  expect(measureOverlay(await takePicture(), SIZE).outside).toBeLessThan(0.01);
  expect(await page.evaluate(() => plainPage.problems)).toEqual([]);
  const elsewhere = asked.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
  expect([elsewhere, page.errors]).toEqual([[], []]);
  stopListening();
  await page.close();
});
