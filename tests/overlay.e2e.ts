/** The far end of a call sees the filter sit on the face, on every kind of page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { getBuild, getClip } from '../harness/builds.ts';
import { type Call, startCall } from '../harness/call.ts';
import { measureOverlay, type OverlayFigures } from '../harness/overlay.ts';
import { type CallServer, PAGE_KINDS, startCallServer } from '../harness/server.ts';

const SIZES = [
  { widthPx: 640, heightPx: 480, kinds: PAGE_KINDS },
  { widthPx: 1280, heightPx: 720, kinds: ['plain'] },
  { widthPx: 720, heightPx: 1280, kinds: ['plain'] },
] as const;

/** Rims and bridge cover 0.12 to 0.19 of the region around the eyes, codec noise next to nothing. */
const LEAST_EYES_COVERED = 0.06;
/** What the codec and the conversions may change of the rest of the picture. */
const MOST_OUTSIDE_CHANGED = 0.005;
/**
 * How far the overlay's middle may wander on the face, in distances between the eyes: twice what a busy machine was
 * seen to do. One that stood still in the frame would wander by more than 2.
 */
const MOST_WANDERING = 0.8;

let server: CallServer;
beforeAll(async () => {
  server = await startCallServer();
});
afterAll(() => server.close());

describe.each(SIZES)('a camera of $widthPx x $heightPx', ({ widthPx, heightPx, kinds }) => {
  const size = { widthPx, heightPx };
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser({
      extensionDir: getBuild('dist-testing'),
      camera: { file: await getClip(size) },
    });
  });
  afterAll(() => browser.close());

  async function startWornCall(kind: (typeof kinds)[number]): Promise<Call> {
    const call = await startCall(browser, server.getUrl(kind, { width: widthPx, height: heightPx }));
    await call.waitForPicture(
      (picture) => measureOverlay(picture, size).eyes,
      (eyes) => eyes > LEAST_EYES_COVERED,
    );
    return call;
  }

  test.each(kinds)('%s page: the overlay is on the face, only there, and moves with it', async (kind) => {
    const call = await startWornCall(kind);
    // Eight looks an eighth of a loop apart: left, right, near, far, rolled both ways.
    const looks = (await call.takePictures(8, 30)).map((picture) => measureOverlay(picture, size));

    for (const look of looks) {
      expect(look.eyes).toBeGreaterThan(LEAST_EYES_COVERED);
      expect(look.outside).toBeLessThan(MOST_OUTSIDE_CHANGED);
    }
    for (const axis of [0, 1] as const) {
      expect(spread(looks.map(({ middle }) => middle?.[axis] ?? Number.NaN))).toBeLessThan(
        2 * MOST_WANDERING,
      );
    }
    // The control: in the frame itself the same pixels have travelled, as far as the face has.
    const travelled = spread(looks.map((look: OverlayFigures) => look.middleInFrame?.[0] ?? Number.NaN));
    expect(travelled * widthPx).toBeGreaterThan(0.3 * Math.min(widthPx, heightPx));
    expect(call.page.errors).toEqual([]);
    await call.page.close();
  });
});

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
