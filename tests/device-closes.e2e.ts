/**
 * A camera's light goes out: the device is really closed, by the browser's own trace, when the page has let go of it.
 * What is opened next is life-cycle.e2e.ts.
 */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { traceCameras } from '../harness/camera-trace.ts';
import { expectWorn, startLife } from '../harness/life.ts';
import type { Page } from '../harness/page.ts';

/** What the product promises of a camera's light, beside what the browser takes by itself on this machine. */
const CLOSED_WITHIN_MS = 500;

const started = await startLife();
afterAll(() => started.close());
let page: Page;
beforeEach(async () => {
  page = await started.openPage();
  return () => page.close();
});

interface Closing {
  readonly run: (page: Page) => Promise<unknown>;
  /** Of the page's, after which the device is to be closed. */
  readonly mark: string;
}

/** When the device was closed after the mark, in milliseconds. */
async function measureClosing(
  browser: Browser,
  on: Page,
  { run, mark }: Closing,
): Promise<readonly number[]> {
  const endTrace = await traceCameras(browser);
  await run(on);
  // Cameras opened behind it: once they have come and gone, what should have been closed before has had its time.
  for (let time = 0; time < 2; time += 1) await on.evaluate(() => life.openAndClose());
  const { closedMs, marksMs } = await endTrace();
  const markedMs = marksMs.get(mark);
  if (markedMs === undefined) throw new Error(`Expected a mark ${mark}, found ${[...marksMs.keys()]}`);
  return closedMs.map((ms) => ms - markedMs);
}

/** Closes it as a browser without us does, and within half a second more. */
async function expectClosed(closing: Closing): Promise<void> {
  const plain = await launchBrowser({ camera: { devices: 2 } });
  try {
    const native = await measureClosing(plain, await plain.openPage(started.url), closing);
    const [closedMs] = await measureClosing(started.browser, page, closing);
    expect(closedMs).toBeGreaterThanOrEqual(0);
    expect(closedMs).toBeLessThan(CLOSED_WITHIN_MS + (native[0] ?? 0));
  } finally {
    await plain.close();
  }
}

test('the device is closed within half a second of the last stop, and not before', () =>
  expectClosed({
    mark: 'last stop',
    run: (on) =>
      on.evaluate(async () => {
        await life.open('first', true);
        const first = life.find('first');
        const clone = first.clone();
        const ofClone = clone.clone();
        await life.look('first');
        for (const track of [first, clone]) track.stop();
        // Some frames are time enough for a device that is closed too early.
        life.tracks.set('clone', ofClone);
        for (let look = 0; look < 5; look += 1) await life.look('clone');
        performance.mark('last stop');
        ofClone.stop();
      }),
  }));

test('the device is closed when a stream is stopped before its first frame', () =>
  expectClosed({
    mark: 'stop at once',
    run: (on) =>
      on.evaluate(async () => {
        const stream = await navigator.mediaDevices.getUserMedia({ video: true });
        performance.mark('stop at once');
        for (const track of stream.clone().getTracks()) track.stop();
        for (const track of stream.getTracks()) track.stop();
      }),
  }));

test('a frame that is removed with its camera on: the device is closed, its tracks have ended', () =>
  expectClosed({
    mark: 'frame removed',
    async run(on) {
      await on.evaluate(() => life.openInFrame('inner'));
      if (on === page) await expectWorn(on, 'inner');
      else await on.evaluate(() => life.look('inner'));
      const state = await on.evaluate(() => {
        performance.mark('frame removed');
        life.removeFrame();
        return life.find('inner').readyState;
      });
      expect(state).toBe('ended');
    },
  }));
