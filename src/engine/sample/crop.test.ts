import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Crop, cropToFrame, type Face, faceCrop, frameToCrop, letterboxCrop } from './crop.ts';

const crops = fc.record({
  centreXPx: fc.double({ min: -500, max: 2000, noNaN: true }),
  centreYPx: fc.double({ min: -500, max: 2000, noNaN: true }),
  sidePx: fc.double({ min: 10, max: 3000, noNaN: true }),
  angleRadians: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
});
const unit = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const seeded = { seed: 1, numRuns: 300 };

test('into the frame and back is where it started', () => {
  fc.assert(
    fc.property(crops, unit, unit, (crop, x, y) => {
      const [backX, backY] = frameToCrop(crop, ...cropToFrame(crop, x, y));
      expect(backX).toBeCloseTo(x, 8);
      expect(backY).toBeCloseTo(y, 8);
    }),
    seeded,
  );
});

test('a letterbox holds the frame in the middle of the smallest square', () => {
  const crop = letterboxCrop(1280, 720);
  expect(cropToFrame(crop, 0, 0.5)).toEqual([0, 360]);
  expect(cropToFrame(crop, 1, 0.5)).toEqual([1280, 360]);
  expect(frameToCrop(crop, 640, 0)).toEqual([0.5, 0.5 - 720 / 1280 / 2]);
  expect(letterboxCrop(720, 1280)).toEqual({ centreXPx: 360, centreYPx: 640, sidePx: 1280, angleRadians: 0 });
});

test('the second crop has the eyes level, the right one on the left, and the box in its middle half', () => {
  fc.assert(
    fc.property(crops, (truth: Crop) => {
      // A face as it would stand upright in a crop of twice its box.
      const keypoints = [0.4, 0.45, 0.6, 0.45, 0.5, 0.55, 0.5, 0.62, 0.35, 0.5, 0.65, 0.5];
      const keypointsPx = [0, 2, 4, 6, 8, 10].flatMap((i) =>
        cropToFrame(truth, keypoints[i]!, keypoints[i + 1]!),
      );
      const [boxCentreXPx, boxCentreYPx] = cropToFrame(truth, 0.5, 0.5);
      const face: Face = { score: 1, keypointsPx, boxCentreXPx, boxCentreYPx, boxSidePx: truth.sidePx / 2 };
      const crop = faceCrop(face);
      for (const [i, expected] of keypoints.entries()) {
        const pair = i - (i % 2);
        const found = frameToCrop(crop, keypointsPx[pair]!, keypointsPx[pair + 1]!)[i % 2]!;
        expect(found).toBeCloseTo(expected, 8);
      }
    }),
    seeded,
  );
});
