/** The renderer in a real browser: where it draws, in which colours, and what it leaves alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenBundle } from '../scripts/open-bundle.ts';
import { openBundle } from '../scripts/open-bundle.ts';
import type { Filter } from '../src/filters/filter.ts';
import { FILTERS } from '../src/filters/index.ts';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../src/geometry/projection.ts';
import { fromRotationVector } from '../src/geometry/quaternion.ts';
import { yuvMatrix } from '../src/render/yuv.ts';
import type { PaintOptions, PaintResult } from './render/page.ts';

declare function paint(options: PaintOptions): Promise<PaintResult>;
declare function problemWithoutWebGl(filterId: string): Promise<string | null>;

const HEAD: HeadPose = { rotation: fromRotationVector([0.1, 0.3, -0.1]), translationCm: [2, -3, -60] };
const AWAY: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [500, 0, -60] };
const COLOR = [0xd0, 0x40, 0x20] as const;
const SIDE_CM = 4;

/** A square of one colour in front of the nose, where nothing hides it. */
const SQUARE: Filter = {
  version: 1,
  id: 'square',
  name: 'Square',
  description: 'A square of known size, place and colour',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'box',
      sizeCm: [SIDE_CM, SIDE_CM, 0.01],
      positionCm: [0, 0, 3],
      material: { color: '#d04020', shading: 'flat' },
    },
  ],
};

let bundle: OpenBundle;
beforeAll(async () => {
  bundle = await openBundle('tests/render/page.ts');
});
afterAll(() => bundle.close());

const paintInPage = (options: PaintOptions) => bundle.page.evaluate((given) => paint(given), options);

test.each([
  [1280, 720],
  [640, 480],
  [720, 1280],
  [641, 361],
])(
  'a square appears where the solver projects it, in its declared colour: %i x %i',
  async (widthPx, heightPx) => {
    const { box, middle } = await paintInPage({ filter: SQUARE, heads: [HEAD], widthPx, heightPx });
    const intrinsics = assumeIntrinsics(widthPx, heightPx);
    const corners = [-1, 1].flatMap((x) =>
      [-1, 1].map((y) => projectFacePoint([(x * SIDE_CM) / 2, (y * SIDE_CM) / 2, 3], HEAD, intrinsics)),
    );
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    // A pixel counts as changed from a quarter of its area on.
    expect(Math.abs(box!.left - Math.min(...xs))).toBeLessThan(1.5);
    expect(Math.abs(box!.right + 1 - Math.max(...xs))).toBeLessThan(1.5);
    expect(Math.abs(box!.top - Math.min(...ys))).toBeLessThan(1.5);
    expect(Math.abs(box!.bottom + 1 - Math.max(...ys))).toBeLessThan(1.5);
    const { y, u, v, yOffset } = yuvMatrix({ matrix: 'bt709', fullRange: false });
    const mix = (weights: readonly number[]) =>
      weights.reduce((sum, weight, at) => sum + weight * COLOR[at]!, 0);
    [mix(y) + yOffset, mix(u) + 128, mix(v) + 128].forEach((value, channel) => {
      expect(Math.abs(middle[channel]! - value)).toBeLessThanOrEqual(1.5);
    });
  },
);

describe.each(FILTERS.map(({ id }) => id))('%s', (id) => {
  const size = { widthPx: 640, heightPx: 480 };
  const { grade, parts, pictures } = FILTERS.find((filter) => filter.id === id)!;

  test('draws on the head and nowhere else', async () => {
    const seen = await paintInPage({ filter: id, heads: [HEAD], ...size });
    expect(seen.changed).toBeGreaterThan(500);
    if (grade) return;
    const intrinsics = assumeIntrinsics(size.widthPx, size.heightPx);
    // Nothing of ours reaches further than a wide hat.
    const [centreX, centreY] = projectFacePoint([0, 6, -10], HEAD, intrinsics);
    const reachPx = (30 * intrinsics.focalPx) / 60;
    expect(seen.box!.left).toBeGreaterThan(centreX - reachPx);
    expect(seen.box!.right).toBeLessThan(centreX + reachPx);
    expect(seen.box!.top).toBeGreaterThan(centreY - reachPx);
    expect(seen.box!.bottom).toBeLessThan(centreY + reachPx);
  });

  test('is the same with a second head out of view, and twice as much with two in view', async () => {
    if (!parts && !pictures) return;
    const [left, right] = [-14, 14].map((x): HeadPose => ({ ...HEAD, translationCm: [x, 0, -70] }));
    const alone = await paintInPage({ filter: id, heads: [left!], ...size });
    const withOther = await paintInPage({ filter: id, heads: [left!, AWAY], ...size });
    expect(withOther.checksum).toBe(alone.checksum);
    if (grade) return;
    const both = await paintInPage({ filter: id, heads: [left!, right!], ...size });
    expect(both.changed).toBeGreaterThan(1.6 * alone.changed);
  });

  test('without a head only grades', async () => {
    const { changed } = await paintInPage({ filter: id, heads: [], ...size });
    if (grade) expect(changed).toBe(size.widthPx * size.heightPx);
    else expect(changed).toBe(0);
  });
});

test('making another filter ready between queueing and collecting a drawing changes nothing', async () => {
  const options = { filter: 'glasses', heads: [HEAD], widthPx: 640, heightPx: 480 };
  const undisturbed = await paintInPage(options);
  const disturbed = await paintInPage({ ...options, prepareMeanwhile: 'crown' });
  expect(disturbed).toEqual(undisturbed);
});

test('without WebGL2 a filter that draws meets its problem, a grade does not', async () => {
  expect(await bundle.page.evaluate((id) => problemWithoutWebGl(id), 'glasses')).toBe('webgl-missing');
  expect(await bundle.page.evaluate((id) => problemWithoutWebGl(id), 'golden-hour')).toBeNull();
});
