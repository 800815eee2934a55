/** Both compositors in a real browser: the same frames through each, compared as the eye gets them, in RGB. */
import { afterAll, expect, test } from 'vitest';
import { openBundle } from '../scripts/open-bundle.ts';
import type { Filter } from '../src/filters/filter.ts';
import { FILTERS } from '../src/filters/index.ts';
import { createLook } from '../src/filters/look.ts';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { fromRotationVector } from '../src/geometry/quaternion.ts';
import type { ComparedCompositors, PaintOptions } from './render/page.ts';

declare function compareCompositors(options: PaintOptions): Promise<ComparedCompositors | null>;

const FIRST: HeadPose = { rotation: fromRotationVector([0.1, 0.3, -0.1]), translationCm: [2, -3, -60] };
const SECOND: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [-26, 2, -75] };
const NEAR_FIRST: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [-9, 2, -75] };

/**
 * The one grades in YUV by tables of 64 steps, keeps colours at half the resolution and has four samples in a square;
 * the other grades in RGB and has four samples as the GPU places them. They differ along edges, hardly elsewhere.
 */
const TOLERANCE = { mean: 1.5, most: 20, meanChanged: 6 };

const bundle = await openBundle('tests/render/page.ts');
afterAll(() => bundle.close());

/** A dim room; the second head has come four frames ago and is still half clear. */
const compare = (filter: PaintOptions['filter'], second: HeadPose, color?: PaintOptions['color']) =>
  bundle.page.evaluate((given) => compareCompositors(given), {
    ...{ filter, widthPx: 640, heightPx: 360, grey: 70, patterned: true },
    headsBefore: [[FIRST], [FIRST, second], [FIRST, second], [FIRST, second]],
    heads: [FIRST, second],
    ...(color && { color }),
  });

function expectAlike(compared: ComparedCompositors | null): void {
  for (const key of ['mean', 'most', 'meanChanged'] as const) {
    expect(compared?.[key], key).toBeLessThan(TOLERANCE[key]);
  }
}

const isForGpu = ({ hide, particles, framing, screen }: Filter) => !(hide || particles || framing || screen);

test.each(FILTERS.filter(isForGpu).map(({ id }) => id))('%s looks alike, and keeps its time', async (id) => {
  const compared = await compare(id, SECOND);
  expect(compared).toMatchObject({ timestamps: [expect.any(Number), compared?.timestamps[0]] });
  expect(compared?.changed).toBeGreaterThan(0.0005);
  expectAlike(compared);
});

test('so do two heads that hide each other, with a grade', async () => {
  const filters = ['crown', 'cat', 'golden-hour'].flatMap(
    (id) => FILTERS.find((filter) => filter.id === id) ?? [],
  );
  const compared = await compare(createLook(filters), NEAR_FIRST);
  expectAlike(compared);
});

test.each([
  ['bt601', false],
  ['bt601', true],
  ['bt709', true],
] as const)('so do frames in %s, full range %s', async (matrix, fullRange) => {
  expectAlike(await compare('rock-star', SECOND, { matrix, fullRange }));
});

test.each(FILTERS.filter((filter) => !isForGpu(filter)).map(({ id }) => id))(
  '%s stays on planes',
  async (id) => {
    expect(await compare(id, SECOND)).toBeNull();
  },
);
