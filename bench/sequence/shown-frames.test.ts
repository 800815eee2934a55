import { expect, test } from 'vitest';
import type { SeenMotion } from '../../src/pipeline/detection-pace.ts';
import { createShownFrames, type DetectEvery } from './shown-frames.ts';

/** Shown in ten seconds at 30 frames a second, an answer one frame late; after the first second of learning. */
function countShown(detectEvery: DetectEvery, motion: SeenMotion): number {
  const shown = createShownFrames(detectEvery);
  let [count, wasShown] = [0, false];
  for (let frame = 0; frame < 330; frame++) {
    if (wasShown) shown.onAnswer(motion, false);
    wasShown = shown.isShown(frame, Math.round((frame * 1e6) / 30));
    if (wasShown && frame >= 30) count += 1;
  }
  return count;
}

const STILL = { speed: 0, surprise: 0 };
const SHAKEN = { speed: 2, surprise: 0.5 };

test('every n-th frame is every n-th, whatever heads do', () => {
  expect(countShown(1, STILL)).toBe(300);
  expect(countShown(3, SHAKEN)).toBe(100);
});

test('at the product’s pace a head that is shaken is seen in each frame, a still one a few times a second', () => {
  expect(countShown('paced', SHAKEN)).toBe(300);
  expect(countShown('paced', STILL)).toBeGreaterThan(30);
  expect(countShown('paced', STILL)).toBeLessThan(60);
});

test('a frame that the engine wants at once is the next one', () => {
  const shown = createShownFrames('paced');
  expect(shown.isShown(0, 0)).toBe(true);
  expect(shown.isShown(1, 33_333)).toBe(false);
  shown.onAnswer('no heads', true);
  expect(shown.isShown(2, 66_667)).toBe(true);
});
