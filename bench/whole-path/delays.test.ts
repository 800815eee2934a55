import { expect, test } from 'vitest';
import { delaysOfDrawn, MARKERS, matchClocks } from './delays.ts';

/** Frames come unevenly, which is what tells one from the next. */
const cameraMs = [5000, 5031, 5070, 5099, 5134, 5166, 5205];

test('the constant between two clocks is found, whichever frames the element skipped', () => {
  const mediaMs = cameraMs.filter((_, i) => i !== 2 && i !== 5).map((ms) => ms - 4321);
  expect(matchClocks(cameraMs, mediaMs)).toBeCloseTo(4321, 6);
});

test('frames of another camera are refused', () => {
  expect(() => matchClocks(cameraMs, [3, 91, 117, 250, 262])).toThrow('the camera');
});

test('a captured frame is as old as the camera frame that was drawn, across the counter’s end', () => {
  const draws = Array.from({ length: MARKERS + 4 }, (_, i) => ({
    marker: i % MARKERS,
    mediaTimeMs: i * 33,
  }));
  const arrivals = [0, 1, 255, 256, 258].map((i) => ({
    ...{ atMs: 700 + i * 33 + 50, timestampMs: 0, marker: i % MARKERS },
  }));
  for (const delay of delaysOfDrawn(arrivals, draws, 700)) expect(delay).toBeCloseTo(50, 9);
  expect(delaysOfDrawn(arrivals, draws, 700)).toHaveLength(5);
});

test('a frame of a drawing that nobody noted has no delay', () => {
  expect(delaysOfDrawn([{ atMs: 5, timestampMs: 0, marker: 7 }], [], 0)).toEqual([]);
});
