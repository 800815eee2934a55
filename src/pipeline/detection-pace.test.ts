import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DetectionPace, type DetectionTurn, type SeenMotion } from './detection-pace.ts';

const STILL: SeenMotion = { speed: 0, surprise: 0 };
const turn: DetectionTurn = { detectionMs: 1, shareOfACore: 0.3, motion: STILL, isHiding: false };
const positive = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const motions = fc.oneof(
  fc.record({ speed: positive(20), surprise: positive(2) }),
  fc.constant<SeenMotion>({ speed: Number.POSITIVE_INFINITY, surprise: Number.POSITIVE_INFINITY }),
  fc.constant<SeenMotion>('no heads'),
);

/** After so many turns of the same. */
function settled(options: Partial<DetectionTurn>, turns = 40): number {
  const pace = new DetectionPace();
  let everyUs = 0;
  for (let count = 0; count < turns; count += 1) everyUs = pace.next({ ...turn, ...options });
  return everyUs;
}

test('the budget holds, unless heads would then be seen too rarely to be followed; nothing waits for more than a quarter of a second', () => {
  const budgets = {
    detectionMs: fc.double({ min: 0.01, max: 500, noNaN: true }),
    shareOfACore: fc.double({ min: 0.05, max: 1, noNaN: true }),
    isHiding: fc.boolean(),
  };
  fc.assert(
    fc.property(fc.record(budgets), fc.array(motions, { minLength: 1, maxLength: 30 }), (budget, seen) => {
      const pace = new DetectionPace();
      for (const motion of seen) {
        const everyUs = pace.next({ ...budget, motion });
        const share = (1000 * budget.detectionMs) / everyUs;
        expect(everyUs === 250_000 || share <= budget.shareOfACore * (1 + 1e-9)).toBe(true);
        expect(everyUs).toBeLessThanOrEqual(250_000);
      }
    }),
  );
});

test('a head that stays where it is expected is detected four times a second, one that never does every frame', () => {
  expect(settled({})).toBe(250_000);
  expect(settled({ motion: { speed: 0.5, surprise: 0.1 } })).toBe(33_000);
});

test('a head that begins to move is detected with every frame from then on', () => {
  const pace = new DetectionPace();
  for (let count = 0; count < 40; count += 1) pace.next(turn);
  expect(pace.next({ ...turn, motion: { speed: 0.3, surprise: 0.1 } })).toBe(33_000);
});

test('one that moves evenly is detected before it can have gone far', () => {
  expect(settled({ motion: { speed: 1, surprise: 0 } })).toBe(100_000);
  expect(settled({ motion: { speed: 2, surprise: 0 } })).toBe(50_000);
});

test('what is hidden is looked after ten times a second, however still', () => {
  expect(settled({ isHiding: true })).toBe(100_000);
});

test('a face that was seen once is detected again as soon as the budget allows', () => {
  const motion: SeenMotion = { speed: Number.POSITIVE_INFINITY, surprise: Number.POSITIVE_INFINITY };
  expect(settled({ detectionMs: 3, motion }, 1)).toBe(10_000);
});
