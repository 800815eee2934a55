import { expect, test } from 'vitest';
import { HIGHEST_FRAME_NUMBER, type Picture, paintFrameNumber, readFrameNumber } from './frame-number.ts';
import { shrink } from './warp.ts';

function greyPicture(widthPx: number, heightPx: number): Picture {
  return { widthPx, heightPx, rgba: new Uint8Array(widthPx * heightPx * 4).fill(120) };
}

test.each([
  [1280, 720, 4],
  [640, 480, 2],
  [720, 1280, 4],
])('every number survives painting into %ix%i and shrinking by %i', (widthPx, heightPx, factor) => {
  for (let number = 0; number <= HIGHEST_FRAME_NUMBER; number += 17) {
    const picture = greyPicture(widthPx, heightPx);
    paintFrameNumber(picture, number);
    expect(readFrameNumber(picture)).toBe(number);
    expect(readFrameNumber(shrink(picture, factor))).toBe(number);
  }
});

test('a picture without a strip has no number', () => {
  expect(readFrameNumber(greyPicture(640, 480))).toBeNull();
});

test('one flipped block is noticed', () => {
  const picture = greyPicture(640, 480);
  paintFrameNumber(picture, 0b10110010);
  const sidePx = 24;
  for (let y = 480 - sidePx; y < 480; y++) {
    for (let x = 2 * sidePx; x < 3 * sidePx; x++)
      picture.rgba.fill(35, (y * 640 + x) * 4, (y * 640 + x) * 4 + 3);
  }
  expect(readFrameNumber(picture)).toBeNull();
});

test.each([-1, 256, 1.5])('refuses %d, which the strip cannot hold', (number) => {
  expect(() => paintFrameNumber(greyPicture(64, 48), number)).toThrow('0 to 255');
});
