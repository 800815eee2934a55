/** A browser without insertable streams: the filter goes by way of a captured canvas, in hidden tabs too. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from './harness/browser.ts';
import { type ChangedCopy, copyBuild, getClip } from './harness/builds.ts';
import { startCall } from './harness/call.ts';
import { hideTab } from './harness/hidden-tab.ts';
import { measureOverlay, type NumberedPicture } from './harness/overlay.ts';
import { type CallServer, startCallServer } from './harness/server.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
/** Around the eyes: glasses change 0.12 to 0.19 of the pixels, the codec next to none. */
const WORN = 0.06;

/** No switch of Chromium's takes these away, so the first script of the page does, ahead of the hook in its file. */
const TAKE_AWAY =
  'delete globalThis.MediaStreamTrackProcessor; delete globalThis.MediaStreamTrackGenerator;\n';

interface Manifest {
  readonly content_scripts: readonly { readonly world?: string; readonly js: readonly string[] }[];
}

let server: CallServer;
let copy: ChangedCopy;
let browser: Browser;
beforeAll(async () => {
  server = await startCallServer();
  copy = await copyBuild(async (path) => {
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
    const hook = manifest.content_scripts.find(({ world }) => world === 'MAIN')?.js[0];
    if (hook === undefined)
      throw new Error('Expected a script for the MAIN world in the manifest, found none');
    const file = join(path, hook);
    await writeFile(file, TAKE_AWAY + (await readFile(file, 'utf8')));
  });
  browser = await launchBrowser({ extensionDir: copy.path, camera: { file: await getClip(SIZE) } });
});
afterAll(async () => {
  await browser.close();
  await copy.remove();
  await server.close();
});

const eyesOf = (picture: NumberedPicture) => measureOverlay(picture, SIZE).eyes;

test('the overlay is on the face at the far end, and the hidden tab goes on', async () => {
  const running = await startCall(browser, server.getUrl('csp-isolated', true));
  expect(
    await running.page.evaluate(() => [typeof MediaStreamTrackProcessor, typeof MediaStreamTrackGenerator]),
  ).toEqual(['undefined', 'undefined']);
  await running.waitForPicture(eyesOf, (eyes) => eyes > WORN);
  for (const picture of await running.takePictures(4, 40)) {
    const { eyes, outside } = measureOverlay(picture, SIZE);
    expect(eyes).toBeGreaterThan(WORN);
    expect(outside).toBeLessThan(0.01);
  }

  const framesDecoded = () =>
    running.page.evaluate(async () => {
      const stats = [...(await call.receiver.getStats()).values()] as {
        type: string;
        framesDecoded?: number;
      }[];
      return stats.find(({ type }) => type === 'inbound-rtp')?.framesDecoded ?? 0;
    });
  const hidden = await hideTab(browser, running.page);
  const before = await framesDecoded();
  const startedMs = performance.now();
  // Without the engine's clock a hidden tab sends none at all, or one a second.
  await expect.poll(framesDecoded, { timeout: 20_000 }).toBeGreaterThan(before + 60);
  expect(60_000 / (performance.now() - startedMs)).toBeGreaterThan(10);
  await hidden.show();
  await running.waitForPicture(eyesOf, (eyes) => eyes > WORN);
  expect(await running.readDisturbances()).toEqual([]);
  await running.page.close();
});
