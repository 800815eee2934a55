/** The far end of a call sees the filter sit on the face, on every kind of page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { getBuild, getClip } from '../harness/builds.ts';
import { type Call, CLIP_FRAMES, startCall } from '../harness/call.ts';
import type { FrameSize } from '../harness/clip/motion.ts';
import { measureOverlay, type NumberedPicture, type OverlayFigures } from '../harness/overlay.ts';
import { type CallServer, PAGE_KINDS, startCallServer } from '../harness/server.ts';
import { until } from '../harness/until.ts';

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

const EIGHTHS = 8;

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
    const looks = await lookAllAround(call, size);
    for (const { outside } of looks) expect(outside).toBeLessThan(MOST_OUTSIDE_CHANGED);
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

/**
 * One look in each eighth of the clip: left, right, near, far, rolled both ways. A machine that is busy shows a plain
 * picture now and then (src/transport/deadline.ts); an eighth in which the overlay is never seen is waited for in vain.
 */
async function lookAllAround(call: Call, size: FrameSize): Promise<OverlayFigures[]> {
  const looks: OverlayFigures[] = [];
  const first = eighthOf(await call.takePicture());
  for (let step = 0; step < EIGHTHS; step += 1) {
    const eighth = (first + step) % EIGHTHS;
    const look = async () => {
      const picture = await call.takePicture();
      return eighthOf(picture) === eighth ? measureOverlay(picture, size) : null;
    };
    const seen = await until(
      `an overlay in eighth ${eighth} of the clip`,
      look,
      (figures) => figures !== null && figures.eyes > LEAST_EYES_COVERED,
    );
    if (seen) looks.push(seen);
  }
  return looks;
}

const eighthOf = ({ number }: NumberedPicture) => Math.floor((number * EIGHTHS) / CLIP_FRAMES);

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
