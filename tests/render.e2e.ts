/** Painting in a real browser: where it draws, in which colours, and what it leaves alone. */
import { afterAll, describe, expect, test } from 'vitest';
import { openBundle } from '../harness/open-bundle.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import type { Filter } from '../src/filters/schema/filter.ts';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../src/geometry/projection.ts';
import { fromRotationVector } from '../src/geometry/quaternion.ts';
import { createLook, type LookOptions } from '../src/render/create-look.ts';
import { yuvMatrix } from '../src/render/paint/planes/yuv.ts';
import type { PaintOptions, PaintResult } from './render/page.ts';

declare function paint(options: PaintOptions): Promise<PaintResult>;

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

const bundle = await openBundle('tests/render/page.ts');
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
  const filter = FILTERS.find((candidate) => candidate.id === id)!;
  const { grade, parts, pictures, hide, particles, framing, screen } = filter;
  const patterned = Boolean(hide ?? framing);

  test('draws on the head and nowhere else', async () => {
    const seen = await paintInPage({ filter: id, heads: [HEAD], ...size, patterned });
    expect(seen.changed).toBeGreaterThan(500);
    // These change all of the picture, or have a place of their own in it.
    if (grade || framing || screen || particles?.around === 'screen') return;
    const intrinsics = assumeIntrinsics(size.widthPx, size.heightPx);
    // Nothing of ours reaches further than a wide hat, or than things that fly about the head.
    const [centreX, centreY] = projectFacePoint([0, 6, -10], HEAD, intrinsics);
    const reachPx = ((particles ? 45 : 30) * intrinsics.focalPx) / 60;
    expect(seen.box!.left).toBeGreaterThan(centreX - reachPx);
    expect(seen.box!.right).toBeLessThan(centreX + reachPx);
    expect(seen.box!.top).toBeGreaterThan(centreY - reachPx);
    expect(seen.box!.bottom).toBeLessThan(centreY + reachPx);
  });

  test('is the same with a second head out of view, and twice as much with two in view', async () => {
    if (!parts && !pictures) return;
    if (hide) return;
    const [left, right] = [-14, 14].map((x): HeadPose => ({ ...HEAD, translationCm: [x, 0, -70] }));
    const alone = await paintInPage({ filter: id, heads: [left!], ...size });
    const withOther = await paintInPage({ filter: id, heads: [left!, AWAY], ...size });
    expect(withOther.checksum).toBe(alone.checksum);
    if (grade) return;
    const both = await paintInPage({ filter: id, heads: [left!, right!], ...size });
    // What sits on one cheek shows less on the head that turns it away.
    expect(both.changed).toBeGreaterThan(1.5 * alone.changed);
  });

  test('without a head it does only what needs none, and hides everything if it hides', async () => {
    const all = size.widthPx * size.heightPx;
    const { changed, box } = await paintInPage({ filter: id, heads: [], ...size, patterned });
    if (hide) expect(changed).toBeGreaterThan(0.8 * all);
    else if (grade) expect(changed).toBe(all);
    else if (screen) {
      const withHead = await paintInPage({ filter: id, heads: [HEAD], ...size });
      if (!parts && !pictures) expect(withHead.box).toEqual(box);
    } else if (particles?.around === 'screen') expect(changed).toBeGreaterThan(100);
    else expect(changed).toBe(0);
  });
});

describe('one filter of each kind', () => {
  const size = { widthPx: 640, heightPx: 480 };
  const look = (ids: readonly string[], options: LookOptions = {}) =>
    createLook(
      ids.flatMap((id) => FILTERS.find((filter) => filter.id === id) ?? []),
      options,
    );

  test('all together: the grade reaches everything, the frame lies on top', async () => {
    const filter = look([
      'glasses',
      'black-and-white',
      'hearts',
      'pixelated-face',
      'keep-me-centred',
      'name-tag',
    ]);
    const { changed, box } = await paintInPage({ filter, heads: [HEAD], ...size });
    // Here and there two changes make up for each other.
    expect(changed).toBeGreaterThan(0.99 * size.widthPx * size.heightPx);
    expect(box).toEqual({ left: 0, top: 0, right: size.widthPx - 1, bottom: size.heightPx - 1 });
    const tag = await paintInPage({ filter: look(['name-tag']), heads: [], ...size });
    const { left, top, right, bottom } = tag.box!;
    const middle = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] as const;
    expect(middle[0]).toBeLessThan(size.widthPx / 2);
    expect(middle[1]).toBeGreaterThan(size.heightPx / 2);
  });

  test('a long text stays within the place of a short one', async () => {
    const short = await paintInPage({ filter: look(['name-tag']), heads: [], ...size });
    const texts = { 'name-tag': ['W'.repeat(80), 'M'.repeat(80)] };
    const long = await paintInPage({ filter: look(['name-tag'], { texts }), heads: [], ...size });
    expect(long.box).toEqual(short.box);
    expect(long.checksum).not.toBe(short.checksum);
  });

  test('a head that comes or goes does so softly, and a lost one is drawn no longer', async () => {
    const still = Array.from({ length: 4 }, () => [HEAD]);
    const square = (headsBefore: (readonly HeadPose[])[], heads: readonly HeadPose[]) =>
      paintInPage({ filter: SQUARE, heads, headsBefore, ...size });
    const full = await square(still, [HEAD]);
    const nobody = Array.from({ length: 40 }, () => []);
    const coming = await square([...nobody, [HEAD], [HEAD]], [HEAD]);
    // Whoever is there when it begins, or found soon after, has not been seen without.
    const first = await square([[], [], [HEAD], [HEAD]], [HEAD]);
    const going = await square([...still, [], []], []);
    const gone = await square([...still, ...Array.from({ length: 11 }, () => [])], []);
    const depth = ({ middle: [y] }: PaintResult) => 200 - y;
    for (const faint of [coming, going]) {
      expect(depth(faint)).toBeGreaterThan(0.1 * depth(full));
      expect(depth(faint)).toBeLessThan(0.9 * depth(full));
    }
    expect(first.checksum).toBe(full.checksum);
    expect(gone.changed).toBe(0);
  });

  test('while a face is missed everything is hidden', async () => {
    const filter = look(['pixelated-face']);
    const lost = await paintInPage({
      filter,
      heads: [],
      headsBefore: [[HEAD], []],
      ...size,
      patterned: true,
    });
    expect(lost.box).toEqual({ left: 0, top: 0, right: size.widthPx - 1, bottom: size.heightPx - 1 });
  });

  test('in a dark room worn things are darker, and what glows is not', async () => {
    const dim = { heads: [HEAD], ...size, grey: 40 };
    const [part] = SQUARE.parts!;
    const glowing = {
      ...SQUARE,
      parts: [{ ...part!, material: { color: '#d04020', shading: 'flat', glows: true } }],
    };
    const bright = await paintInPage({ filter: SQUARE, heads: [HEAD], ...size });
    const dark = await paintInPage({ filter: SQUARE, ...dim });
    const glow = await paintInPage({ filter: glowing as Filter, ...dim });
    expect(dark.middle[0]).toBeLessThan(0.7 * bright.middle[0]);
    expect(glow.middle).toEqual(bright.middle);
  });

  test('other faces wear what was chosen for them', async () => {
    const [left, right] = [-14, 14].map((x): HeadPose => ({ ...HEAD, translationCm: [x, 0, -70] }));
    const filter = look(['glasses'], { otherFaces: [] });
    const first = await paintInPage({ filter, heads: [left!, right!], ...size });
    expect(first.checksum).toBe((await paintInPage({ filter: 'glasses', heads: [left!], ...size })).checksum);
    const crown = look([], { otherFaces: FILTERS.filter(({ id }) => id === 'crown') });
    const second = await paintInPage({ filter: crown, heads: [left!, right!], ...size });
    expect(second.checksum).toBe((await paintInPage({ filter: 'crown', heads: [right!], ...size })).checksum);
  });
});

/** As on a machine without a GPU, and as some settings have it. */
const WITHOUT_WEBGL = ['--disable-3d-apis', '--disable-gpu', '--disable-software-rasterizer'];

test('where WebGL is refused the whole catalogue is painted, to the last bit as elsewhere', async () => {
  const refused = await openBundle('tests/render/page.ts', WITHOUT_WEBGL);
  try {
    const hasWebgl = () => new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
    expect(await refused.page.evaluate(hasWebgl)).toBe(false);
    for (const { id, parts, pictures } of FILTERS) {
      if (!parts && !pictures) continue;
      const options = { filter: id, heads: [HEAD], widthPx: 640, heightPx: 480 };
      const there = await refused.page.evaluate((given) => paint(given), options);
      expect(there, id).toEqual(await paintInPage(options));
    }
  } finally {
    await refused.close();
  }
});
