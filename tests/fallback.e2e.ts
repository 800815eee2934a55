/** A browser without insertable streams: the filter goes by way of a captured canvas, in hidden tabs too. */
import { afterAll, expect, test } from 'vitest';
import { prependToHook } from '../harness/builds.ts';
import { startCall } from '../harness/call.ts';
import { eyesOf, isWorn, SIZE, startCallBrowser } from '../harness/call-browser.ts';
import { hideTab } from '../harness/hidden-tab.ts';
import { measureOverlay } from '../harness/overlay.ts';

/** No switch of Chromium's takes these away, so the first script of the page does, ahead of the hook in its file. */
const TAKE_AWAY =
  'delete globalThis.MediaStreamTrackProcessor; delete globalThis.MediaStreamTrackGenerator;\n';

const { server, browser, close } = await startCallBrowser((path) => prependToHook(path, TAKE_AWAY));
afterAll(close);

test('the overlay is on the face at the far end, and the hidden tab goes on', async () => {
  const running = await startCall(browser, server.getUrl('csp-isolated', true));
  expect(
    await running.page.evaluate(() => [typeof MediaStreamTrackProcessor, typeof MediaStreamTrackGenerator]),
  ).toEqual(['undefined', 'undefined']);
  await running.waitForPicture(eyesOf, isWorn);
  for (const picture of await running.takeWished((taken) => isWorn(eyesOf(taken)), 4, 40)) {
    expect(measureOverlay(picture, SIZE).outside).toBeLessThan(0.01);
  }

  const framesDecoded = () =>
    running.page.evaluate(async () => {
      const stats = [...(await call.receiver.getStats()).values()] as {
        type: string;
        framesDecoded?: number;
      }[];
      return stats.find(({ type }) => type === 'inbound-rtp')?.framesDecoded ?? 0;
    });
  const timeFrames = async () => {
    const before = await framesDecoded();
    const startedMs = performance.now();
    await expect.poll(framesDecoded).toBeGreaterThan(before + 60);
    return performance.now() - startedMs;
  };
  const visibleMs = await timeFrames();
  const hidden = await hideTab(browser, running.page);
  const hiddenMs = await timeFrames();
  await hidden.show();
  // Without the engine's clock a hidden tab sends none at all, or one a second: thirty times fewer.
  expect(hiddenMs).toBeLessThan(4 * Math.max(visibleMs, await timeFrames()));
  await running.waitForPicture(eyesOf, isWorn);
  expect(await running.readDisturbances()).toEqual([]);
  await running.page.close();
});
