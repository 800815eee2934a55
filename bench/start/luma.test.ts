import { expect, test } from 'vitest';
import { getFrameTruth, renderFrame } from '../../harness/clip/face-clip.ts';
import { isWorn, lumaOf, STEP_PX } from './luma.ts';

const SIZE = { widthPx: 640, heightPx: 480 };
const head = { widthPx: SIZE.widthPx, keypointsPx: getFrameTruth(40, SIZE).keypointsPx };
const truth = lumaOf(renderFrame(40, SIZE, { numbering: 'strip' }));

test('a head as the camera showed it wears nothing, compressed or not', () => {
  expect(isWorn(truth, truth, head)).toBe(false);
  expect(
    isWorn(
      truth.map((value, i) => value + (i % 7) - 3),
      truth,
      head,
    ),
  ).toBe(false);
});

test('a dark bar before the eyes is worn, one elsewhere is not', () => {
  const [, eyeY = 0] = head.keypointsPx;
  const bar = (yPx: number) =>
    truth.map((value, i) =>
      Math.floor(i / (SIZE.widthPx / STEP_PX)) === Math.round(yPx / STEP_PX) ? 16 : value,
    );
  expect(isWorn(bar(eyeY), truth, head)).toBe(true);
  expect(isWorn(bar(eyeY + 150), truth, head)).toBe(false);
});
