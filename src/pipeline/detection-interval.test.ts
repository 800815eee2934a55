import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEveryUs, type HeadMotion } from './detection-interval.ts';

const motions = fc.oneof(
  fc.double({ min: 0, max: 20, noNaN: true }),
  fc.constant(Number.POSITIVE_INFINITY),
  fc.constant<HeadMotion>('no heads'),
);

test('the budget holds, unless heads would then be seen too rarely to be followed', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      motions,
      (detectionMs, shareOfACore, motion) => {
        const everyUs = detectEveryUs({ detectionMs, shareOfACore, motion });
        const share = (1000 * detectionMs) / everyUs;
        expect(everyUs === 200_000 || share <= shareOfACore * (1 + 1e-9)).toBe(true);
      },
    ),
  );
});

test('the faster heads move, the sooner the next detection, and none later than when they are still', () => {
  const pace = { detectionMs: 1, shareOfACore: 0.3 };
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (a, b) => {
        const [slow, fast] = [Math.min(a, b), Math.max(a, b)];
        expect(detectEveryUs({ ...pace, motion: fast })).toBeLessThanOrEqual(
          detectEveryUs({ ...pace, motion: slow }),
        );
      },
    ),
  );
  expect(detectEveryUs({ ...pace, motion: 0 })).toBeGreaterThan(3 * detectEveryUs({ ...pace, motion: 1 }));
});

test('a face that was seen once is detected again as soon as the budget allows', () => {
  expect(detectEveryUs({ detectionMs: 3, shareOfACore: 0.3, motion: Number.POSITIVE_INFINITY })).toBe(10_000);
});
