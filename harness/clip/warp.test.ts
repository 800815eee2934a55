import { expect, test } from 'vitest';
import type { Picture } from './frame-number.ts';
import { shrink, warpPhoto } from './warp.ts';

/** Red counts columns, green counts rows: a pixel says where it came from. */
function ramp(widthPx: number, heightPx: number): Picture {
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  for (let i = 0; i < widthPx * heightPx; i++) {
    rgba.set([i % widthPx, Math.floor(i / widthPx), 7, 255], i * 4);
  }
  return { widthPx, heightPx, rgba };
}

test('the identity map changes nothing', () => {
  const photo = ramp(40, 30);
  expect(warpPhoto(photo, [1, 0, 0, 1, 0, 0], photo).rgba).toEqual(photo.rgba);
});

test('a pixel lands where the map sends it', () => {
  const photo = ramp(40, 30);
  const doubled = warpPhoto(photo, [2, 0, 0, 2, 6, 4], { widthPx: 80, heightPx: 60 });
  // Photo pixel centre (10.5, 8.5) is sent to (27, 21), between the pixel centres 26.5 and 27.5.
  const at = (x: number, y: number) => doubled.rgba.subarray((y * 80 + x) * 4, (y * 80 + x) * 4 + 2);
  expect((at(26, 20)[0]! + at(27, 20)[0]!) / 2).toBeCloseTo(10, 0);
  expect((at(26, 20)[1]! + at(26, 21)[1]!) / 2).toBeCloseTo(8, 0);
});

test('beyond the border the picture goes on as the mean of a stretch of that border', () => {
  const photo = ramp(40, 30);
  const moved = warpPhoto(photo, [1, 0, 0, 1, 0, 10], { widthPx: 40, heightPx: 30 });
  const above = moved.rgba.subarray((5 * 40 + 20) * 4, (5 * 40 + 20) * 4 + 3);
  expect([...above]).toEqual([20, 0, 7]);
});

test('shrinking keeps the mean', () => {
  const small = shrink(ramp(40, 30), 10);
  expect([small.widthPx, small.heightPx]).toEqual([4, 3]);
  expect([...small.rgba.subarray(0, 2)]).toEqual([5, 5]);
});
