import { expect, test } from 'vitest';
import { frameToCrop, letterboxCrop } from '../sample/crop.ts';
import { scanCrop } from './scan-crop.ts';

const SIZES = [
  [1280, 720],
  [640, 480],
  [720, 1280],
  [500, 500],
] as const;

test('the first scan and every second one after it see the whole frame', () => {
  for (const [width, height] of SIZES) {
    for (const turn of [0, 2, 4, 6, 100])
      expect(scanCrop(width, height, turn)).toEqual(letterboxCrop(width, height));
  }
});

test('the others are squares inside the frame that together cover it', () => {
  for (const [width, height] of SIZES) {
    const tiles = [1, 3, 5].map((turn) => scanCrop(width, height, turn));
    for (const { centreXPx, centreYPx, sidePx } of tiles) {
      expect(sidePx).toBe(Math.min(width, height));
      expect(Math.min(centreXPx, centreYPx, width - centreXPx, height - centreYPx)).toBeGreaterThanOrEqual(
        sidePx / 2,
      );
    }
    for (let x = 5; x < width; x += 50) {
      for (let y = 5; y < height; y += 50) {
        const inside = tiles.some((tile) => frameToCrop(tile, x, y).every((at) => at >= 0 && at <= 1));
        expect(inside, `${x}, ${y} of ${width}x${height}`).toBe(true);
      }
    }
    expect(scanCrop(width, height, 7)).toEqual(tiles[0]);
  }
});
