import { expect, test } from 'vitest';
import { nextRegion } from './next-region.ts';

const crop = (centreXPx: number, centreYPx: number, sidePx: number, angleRadians = 0) => ({
  ...{ centreXPx, centreYPx, sidePx, angleRadians },
});

test('a region holds all crops, turned ones too, within the frame, on even edges', () => {
  const region = nextRegion([crop(301, 203, 101, Math.PI / 4), crop(500, 10, 80)], 1280, 720);
  expect(region).toMatchObject({ topPx: 0 });
  if (typeof region === 'string') return;
  const { leftPx, widthPx, topPx, heightPx } = region;
  expect(leftPx).toBeLessThanOrEqual(301 - 101 / Math.SQRT2);
  expect(leftPx + widthPx).toBeGreaterThanOrEqual(540);
  expect(topPx + heightPx).toBeGreaterThanOrEqual(203 + 101 / Math.SQRT2);
  for (const edge of [leftPx, topPx, widthPx, heightPx]) expect(edge % 2).toBe(0);
});

test('an odd frame ends where it ends', () => {
  expect(nextRegion([crop(630, 350, 60)], 641, 359)).toMatchObject({ leftPx: 592, widthPx: 49 });
});

test.each([
  ['nobody is known', []],
  ['a face fills the frame', [crop(640, 360, 900)]],
  ['all is outside of it', [crop(-900, 360, 100)]],
])('the whole frame is wanted where %s', (_, crops) => {
  expect(nextRegion(crops, 1280, 720)).toBe('frame');
});
