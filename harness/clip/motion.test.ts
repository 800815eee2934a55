import { expect, test } from 'vitest';
import { FRAME_COUNT, invert, mapPoints, PHOTO_KEYPOINTS_PX, photoToFrame } from './motion.ts';

const SIZES = [
  { widthPx: 1280, heightPx: 720 },
  { widthPx: 640, heightPx: 480 },
  { widthPx: 720, heightPx: 1280 },
];

test('the clip ends where it began', () => {
  for (const size of SIZES) {
    photoToFrame(FRAME_COUNT, size).forEach((entry, i) => {
      expect(entry).toBeCloseTo(photoToFrame(0, size)[i]!, 9);
    });
  }
});

test('the face stays inside the frame and never jumps', () => {
  for (const size of SIZES) {
    let before = mapPoints(photoToFrame(-1, size), PHOTO_KEYPOINTS_PX);
    for (let frame = 0; frame < FRAME_COUNT; frame++) {
      const points = mapPoints(photoToFrame(frame, size), PHOTO_KEYPOINTS_PX);
      points.forEach((value, i) => {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(i % 2 === 0 ? size.widthPx : size.heightPx);
        expect(Math.abs(value - before[i]!)).toBeLessThan(0.02 * Math.min(size.widthPx, size.heightPx));
      });
      before = points;
    }
  }
});

test('inverting undoes the map', () => {
  const map = photoToFrame(37, { widthPx: 1280, heightPx: 720 });
  mapPoints(invert(map), mapPoints(map, PHOTO_KEYPOINTS_PX)).forEach((value, i) => {
    expect(value).toBeCloseTo(PHOTO_KEYPOINTS_PX[i]!, 9);
  });
});

test('a map without an inverse is refused', () => {
  expect(() => invert([0, 0, 0, 0, 5, 5])).toThrow('determinant 0');
});
