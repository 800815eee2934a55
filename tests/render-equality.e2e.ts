/** Our renderer beside three's own on WebGL: the same pictures, whatever is worn and wherever heads are. */
import { afterAll, describe, expect, test } from 'vitest';
import { openBundle } from '../harness/open-bundle.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { fromRotationVector, type Vector3 } from '../src/geometry/quaternion.ts';
import type { CompareOptions, Crawl, Difference } from './render/equality-page.ts';

declare function compare(options: CompareOptions): Promise<Difference>;
declare function crawl(options: CompareOptions, frames: number): Promise<Crawl>;

/** Of 255, over what is drawn. */
const MOST_ON_AVERAGE = 1.5;
const MOST_OF_NEARLY_ALL = 20;

const bundle = await openBundle('tests/render/equality-page.ts');
afterAll(() => bundle.close());

const compareInPage = (options: CompareOptions) => bundle.page.evaluate((given) => compare(given), options);
const head = (turn: Vector3, translationCm: Vector3, opacity = 1) => ({
  pose: { rotation: fromRotationVector(turn), translationCm },
  opacity,
});
const SEEN = { widthPx: 1280, heightPx: 720, light: [0.9, 0.8, 0.7], samplesASide: 2 } as const;

function expectEqual({ pixels, mean, high }: Difference, leastPixels = 200): void {
  expect(pixels).toBeGreaterThan(leastPixels);
  expect(mean).toBeLessThan(MOST_ON_AVERAGE);
  expect(high).toBeLessThanOrEqual(MOST_OF_NEARLY_ALL);
}

const worn = FILTERS.filter(({ parts, pictures }) => parts ?? pictures).map(({ id }) => id);

describe.each(worn)('%s', (id) => {
  test.each([
    ['turned a little', head([0.1, 0.3, -0.1], [2, -3, -60])],
    ['looking far to a side', head([-0.1, 0.9, 0.1], [-4, 2, -50])],
    ['looking down', head([0.5, -0.2, 0.05], [0, 0, -55])],
  ])('on a head %s', async (_, one) => {
    expectEqual(await compareInPage({ ...SEEN, filters: [id], heads: [one] }), 100);
  });
});

/** One of each kind of surface, and all of them. */
const KINDS = ['glasses', 'top-hat', 'tiger', 'astronaut', 'pirate', 'medical-mask'] as const;

describe.each(KINDS)('%s', (id) => {
  test.each([
    ['at 25 cm, cut by the frame', [head([0.1, 0.2, 0], [3, 2, -25])]],
    ['at 120 cm', [head([0, -0.3, 0.1], [5, 0, -120])]],
    ['cut by an edge of the frame', [head([0, 0.2, 0], [-33, 0, -60])]],
    ['half faded', [head([0.1, 0.3, -0.1], [2, -3, -60], 0.5)]],
    ['on a head behind another', [head([0, 0.2, 0], [-3, 0, -50]), head([0.1, -0.2, 0.1], [6, 3, -75])]],
    ['on a head before another', [head([0.1, -0.2, 0.1], [6, 3, -75]), head([0, 0.2, 0], [-3, 0, -50])]],
  ])('%s', async (_, heads) => {
    expectEqual(await compareInPage({ ...SEEN, filters: [id, 'aviators'], heads }), 50);
  });

  test('at one sample a pixel', async () => {
    const heads = [head([0.1, 0.3, -0.1], [2, -3, -60])];
    expectEqual(await compareInPage({ ...SEEN, filters: [id], heads, samplesASide: 1 }));
  });
});

test.each(KINDS)('%s: edges of a head that moves slowly crawl no more than theirs', async (id) => {
  const options = { ...SEEN, filters: [id], heads: [head([0.1, 0.3, -0.1], [2, -3, -60])] };
  const { ours, theirs } = await bundle.page.evaluate(([given, frames]) => crawl(given, frames), [
    options,
    30,
  ] as const);
  expect(theirs).toBeGreaterThan(0);
  // Both round to bytes.
  expect(ours).toBeLessThanOrEqual(1.05 * theirs);
});
