import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSourceFrames } from './camera-rate.ts';

const STEP_US = 33_333;

/** Seconds of a camera of 30 frames a second of which the page sees only some; what each second was taken for. */
function watch(
  seconds: number,
  isSeen: (frame: number) => boolean,
  jitterUs: (frame: number) => number = () => 0,
) {
  const source = createSourceFrames();
  source.see(-STEP_US);
  return Array.from({ length: seconds }, (_, second) => {
    for (let frame = 30 * second; frame < 30 * (second + 1); frame += 1) {
      if (isSeen(frame)) source.see(frame * STEP_US + jitterUs(frame));
    }
    return source.take();
  });
}

test('frames that all come are counted as they are, however unpunctual', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 90, maxLength: 90 }),
      (jitter) => {
        expect(
          watch(
            3,
            () => true,
            (frame) => jitter[frame] ?? 0,
          ),
        ).toEqual([30, 30, 30]);
      },
    ),
  );
});

test('frames that never reach the page are counted too', () => {
  for (const counted of watch(4, (frame) => frame % 3 !== 1)) expect(counted).toBeCloseTo(30, -1);
});

test('a page that suddenly sees every second frame has lost the others; a camera that stays slow is slow', () => {
  const counts = watch(12, (frame) => frame < 90 || frame % 2 === 1);
  expect(counts[4]).toBe(30);
  expect(counts.at(-1)).toBe(15);
});

test('a pause, or time that begins anew, is no row of lost frames', () => {
  const source = createSourceFrames();
  for (const timestampUs of [0, STEP_US, 60_000_000, 60_000_000 + STEP_US, 0, STEP_US])
    source.see(timestampUs);
  expect(source.take()).toBe(3);
});
