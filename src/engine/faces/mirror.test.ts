import { expect, test } from 'vitest';
import { INPUT_SIDE } from '../net/anchors.ts';
import { type Crop, type Face, faceCrop } from '../sample/crop.ts';
import { averageSameFaces, mirrorInCrop, mirrorRows } from './mirror.ts';

const CROP: Crop = { centreXPx: 300, centreYPx: 200, sidePx: 160, angleRadians: 0.4 };

/** Symmetric in the crop's own axes: eyes and ears apart by `apart`, nose and mouth on the crop's vertical. */
function symmetricFace(apart: number): Face {
  const cosine = Math.cos(CROP.angleRadians);
  const sine = Math.sin(CROP.angleRadians);
  const at = (u: number, v: number) => [300 + u * cosine - v * sine, 200 + u * sine + v * cosine];
  return {
    score: 0.9,
    keypointsPx: [
      ...at(-apart, -10),
      ...at(apart, -10),
      ...at(0, 5),
      ...at(0, 25),
      ...at(-2 * apart, 0),
      ...at(2 * apart, 0),
    ],
    boxCentreXPx: 300,
    boxCentreYPx: 200,
    boxSidePx: 80,
  };
}

const LOPSIDED: Face = {
  ...symmetricFace(15),
  keypointsPx: [280, 190, 318, 192, 303, 210, 304, 231, 262, 204, 339, 207],
  boxCentreXPx: 310,
};

function expectClose(actual: Face, expected: Face) {
  const numbers = (face: Face) => [...face.keypointsPx, face.boxCentreXPx, face.boxCentreYPx, face.boxSidePx];
  for (const [i, value] of numbers(actual).entries()) expect(value).toBeCloseTo(numbers(expected)[i]!, 9);
}

test('mirroring the picture twice gives the picture', () => {
  const input = Float32Array.from({ length: INPUT_SIDE * INPUT_SIDE * 3 }, (_, i) => Math.sin(i));
  const mirrored = input.slice();
  mirrorRows(mirrored);
  expect(mirrored[0]).toBe(input[(INPUT_SIDE - 1) * 3]);
  expect(mirrored[1]).toBe(input[(INPUT_SIDE - 1) * 3 + 1]);
  mirrorRows(mirrored);
  expect(mirrored).toEqual(input);
});

test('mirroring a face twice gives the face', () => {
  expectClose(mirrorInCrop(mirrorInCrop(LOPSIDED, CROP), CROP), LOPSIDED);
});

test('a face that is symmetric about the middle of its crop is its own mirror image', () => {
  expectClose(mirrorInCrop(symmetricFace(15), CROP), symmetricFace(15));
});

test('the mean of a detection and of the same one in the mirror is symmetric', () => {
  const {
    agreed: [mean],
  } = averageSameFaces([LOPSIDED], [mirrorInCrop(LOPSIDED, CROP)]);
  expect(mean).toBeDefined();
  if (mean) expectClose(mirrorInCrop(mean, CROP), mean);
});

test('faces seen one way alone stay as they are, agreed by none, and the surest is first', () => {
  const far: Face = { ...LOPSIDED, boxCentreXPx: 900, score: 0.95 };
  expect(averageSameFaces([LOPSIDED], [far])).toEqual({ faces: [far, LOPSIDED], agreed: [] });
  expect(faceCrop(far).centreXPx).toBe(900);
});
