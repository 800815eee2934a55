import { expect, test } from 'vitest';
import { renderFrame } from './clip/face-clip.ts';
import { mapPoints, PHOTO_KEYPOINTS_PX, photoToFrame } from './clip/motion.ts';
import { shrink } from './clip/warp.ts';
import { measureColour, measureOverlay, type NumberedPicture } from './overlay.ts';

const SIZE = { widthPx: 640, heightPx: 480 };

function farPicture(number: number): NumberedPicture {
  return { number, ...shrink(renderFrame(number, SIZE, { numbering: 'strip' }), 2) };
}

/** Paints a square of 0.4 x 0.4 units of the frame's shorter side around a point of the picture. */
function paintSquare(picture: NumberedPicture, xPx: number, yPx: number, sidePx: number): void {
  for (let y = Math.round(yPx - sidePx / 2); y < yPx + sidePx / 2; y++) {
    for (let x = Math.round(xPx - sidePx / 2); x < xPx + sidePx / 2; x++) {
      picture.rgba.set([0, 255, 0], (y * picture.widthPx + x) * 4);
    }
  }
}

function eyesMiddle(number: number): readonly [number, number] {
  const [rx = 0, ry = 0, lx = 0, ly = 0] = mapPoints(photoToFrame(number, SIZE), PHOTO_KEYPOINTS_PX);
  return [(rx + lx) / 4, (ry + ly) / 4];
}

test('the source itself has no overlay anywhere', () => {
  const { eyes, head, outside, middle } = measureOverlay(farPicture(77), SIZE);
  expect([eyes, head, outside, middle]).toEqual([0, 0, 0, null]);
});

test('what is painted between the eyes is found there, in every pose of the clip', () => {
  for (const number of [0, 45, 130, 200]) {
    const picture = farPicture(number);
    paintSquare(picture, ...eyesMiddle(number), 20);
    const { eyes, outside, middle } = measureOverlay(picture, SIZE);
    expect(eyes).toBeGreaterThan(0.1);
    expect(outside).toBe(0);
    expect(middle?.[0]).toBeCloseTo(0, 1);
    expect(middle?.[1]).toBeCloseTo(0, 1);
  }
});

test('what is painted away from the head is outside', () => {
  const picture = farPicture(0);
  paintSquare(picture, 290, 20, 20);
  const { eyes, head, outside } = measureOverlay(picture, SIZE);
  expect([eyes, head]).toEqual([0, 0]);
  expect(outside).toBeGreaterThan(0.005);
});

test('the picture of another frame differs', () => {
  const { eyes, outside } = measureOverlay({ ...farPicture(60), number: 75 }, SIZE);
  expect(Math.max(eyes, outside)).toBeGreaterThan(0.05);
});

test('grey has no colour', () => {
  expect(
    measureColour({ widthPx: 1, heightPx: 2, rgba: new Uint8Array([9, 9, 9, 255, 200, 200, 200, 255]) }),
  ).toBe(0);
  expect(measureColour({ widthPx: 1, heightPx: 1, rgba: new Uint8Array([255, 0, 30, 255]) })).toBe(255);
});
