/** Which drawings are made and which are laid on again. */
import { expect, test } from 'vitest';
import {
  at,
  card,
  ONE_TO_ONE,
  plainLevel,
  plainMatcaps,
  rectangle,
  solid,
  wornModel,
} from '../../../../tests/fakes/worn-models.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { fromRotationVector } from '../../../geometry/quaternion.ts';
import { createOverlay, type OverlayView } from './overlay.ts';

const MATCAPS = plainMatcaps(0xff0000c8);
const MODEL = wornModel([solid(rectangle(-3, -3, 3, 3))], MATCAPS);
const VIEW: OverlayView = { ...ONE_TO_ONE, widthPx: 64, heightPx: 48, light: [1, 1, 1] };
const head = (pose: HeadPose, opacity = 1, model = MODEL) => ({ model, pose, opacity });
const quiet = { now: () => 0 };

test('a head that stands still is laid on again, the same bytes', () => {
  const overlay = createOverlay(quiet);
  const first = overlay.draw([head(at())], VIEW)[0];
  const again = overlay.draw([head(at())], VIEW)[0];
  expect(again).toBe(first);
  expect(overlay.counts).toEqual({ made: 1, kept: 1 });
});

test.each<[string, HeadPose, Partial<OverlayView>, number]>([
  ['a head moved by less than a tenth of a pixel', at(0.09), {}, 1],
  ['a head moved by more', at(0.11), {}, 0],
  [
    'a head turned by less than a tenth of a pixel at its rim',
    { ...at(), rotation: fromRotationVector([0, 0, 0.02]) },
    {},
    1,
  ],
  ['a head turned by more', { ...at(), rotation: fromRotationVector([0, 0, 0.03]) }, {}, 0],
  ['a head come nearer by less', at(0, 0, 1), {}, 1],
  ['a head come nearer by more', at(0, 0, 4), {}, 0],
  ['light within half a level', at(), { light: [1, 1, 0.9985] }, 1],
  ['light beyond it', at(), { light: [1, 1, 0.9975] }, 0],
  ['fewer samples', at(), { samplesAPixel: 1 }, 0],
  ['another size of frame', at(), { widthPx: 66 }, 0],
])('%s', (_, pose, change, kept) => {
  const overlay = createOverlay(quiet);
  overlay.draw([head(at())], VIEW);
  overlay.draw([head(pose)], { ...VIEW, ...change });
  expect(overlay.counts).toEqual({ made: 2 - kept, kept });
});

test('another model, another opacity or another head is another drawing', () => {
  const other = wornModel([card(rectangle(-3, -3, 3, 3), [plainLevel(1, 1, 0xffffffff)])]);
  for (const heads of [[head(at(), 1, other)], [head(at(), 0.9)], [head(at()), head(at(1, 1))]]) {
    const overlay = createOverlay(quiet);
    overlay.draw([head(at())], VIEW);
    overlay.draw(heads, VIEW);
    expect(overlay.counts).toEqual({ made: 2, kept: 0 });
  }
});

test('errors do not add up: a head that creeps is never further than a tenth of a pixel from what is seen', () => {
  const overlay = createOverlay(quiet);
  let drawnAt = 0;
  for (let step = 0; step <= 100; step += 1) {
    const x = step * 0.03;
    const { made } = overlay.counts;
    overlay.draw([head(at(x))], VIEW);
    if (overlay.counts.made > made) drawnAt = x;
    expect(Math.abs(x - drawnAt)).toBeLessThan(0.1);
  }
  expect(overlay.counts).toEqual({ made: 26, kept: 75 });
});

test('of two heads apart, the one that stands still is kept while the other moves', () => {
  const overlay = createOverlay(quiet);
  for (let step = 0; step < 10; step += 1) overlay.draw([head(at(-15)), head(at(15, step))], VIEW);
  expect(overlay.counts).toEqual({ made: 11, kept: 9 });
});

test('what is kept is as it was made, whatever was drawn meanwhile and how pale', () => {
  const overlay = createOverlay(quiet);
  const bytes = () =>
    overlay.draw([head(at(-15)), head(at(15), 0.5)], VIEW).map(({ drawn }) => [...drawn.rgba]);
  const first = bytes();
  expect(bytes()).toEqual(first);
  overlay.draw([head(at(-15)), head(at(12), 0.4)], VIEW);
  expect(bytes()).toEqual(first);
});

test('the same arrays give the same pixels, in whatever buffers', () => {
  const pose: HeadPose = { rotation: fromRotationVector([0.2, 0.4, 0.1]), translationCm: [1, 2, -80] };
  const fresh = createOverlay(quiet).draw([head(pose)], VIEW)[0]!;
  const used = createOverlay(quiet);
  used.draw([head(at(0, 0, 50))], VIEW);
  const after = used.draw([head(pose)], VIEW)[0]!;
  const { widthPx, heightPx } = fresh.region;
  expect(after.region).toEqual(fresh.region);
  expect(after.drawn.rgba).toHaveLength(4 * widthPx * heightPx);
  expect(after.drawn.rgba).toEqual(fresh.drawn.rgba);
});

test('a head out of view, or behind the camera, draws nothing', () => {
  const overlay = createOverlay(quiet);
  expect(overlay.draw([head(at(500)), head(at(0, 0, 200))], VIEW)).toEqual([]);
});

test('on a machine that is too slow samples are given up, then resolution, and the place stays the same', () => {
  let ms = 0;
  const overlay = createOverlay({ now: () => (ms += 40) });
  const regions = Array.from(
    { length: 40 },
    (_, step) => overlay.draw([head(at(0.2 * (step % 2)))], VIEW)[0]!,
  );
  const last = regions.at(-2)!;
  expect(last.region).toEqual(regions[0]!.region);
  const opaque = ({ region, drawn }: (typeof regions)[number]) =>
    Array.from({ length: region.widthPx * region.heightPx }, (_, pixel) => drawn.rgba[4 * pixel + 3]!).reduce(
      (sum, alpha) => sum + alpha / 255,
      0,
    );
  expect(opaque(last)).toBeGreaterThan(0.8 * 36);
  expect(opaque(last)).toBeLessThan(1.2 * 36);
});
