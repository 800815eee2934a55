import { expect, test } from 'vitest';
import { assumeIntrinsics } from '../../geometry/intrinsics.ts';
import { IDENTITY } from '../../geometry/quaternion.ts';
import { createBelief } from './believe-face.ts';

const CAMERA = assumeIntrinsics(1280, 720);

/** A judge whose solver is as confident as told, and a face to judge. */
function judge({ score = 0.9, boxSidePx = 200, confidence = 1 }) {
  const believe = createBelief(
    () => ({ pose: { rotation: IDENTITY, translationCm: [0, 0, -50] }, confidence }),
    CAMERA,
  );
  return believe({ score, boxSidePx, boxCentreXPx: 0, boxCentreYPx: 0, keypointsPx: Array(12).fill(0) });
}

test('a sure face is believed, also one whose pose is unsure: a profile', () => {
  expect(judge({ score: 0.78, confidence: 0.15 })).toBe(true);
});

test('an unsure face is believed when its points fit a head, and not when they do not', () => {
  expect(judge({ score: 0.66, confidence: 0.8 })).toBe(true);
  expect(judge({ score: 0.67, confidence: 0.4 })).toBe(false);
});

test('what is too small to be in the call is not believed, however sure', () => {
  expect(judge({ boxSidePx: 46 })).toBe(false);
  expect(judge({ boxSidePx: 56 })).toBe(true);
});
