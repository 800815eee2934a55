import { describe, expect, test } from 'vitest';
import { copyFrame, FORMATS, noiseFrame, pixelAt } from '../../../../tests/fakes/frames.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import { HEAD_CENTRE_CM } from '../heads/head-outline.ts';
import { createCropper, type FrameCrop } from './crop-planes.ts';
import { createFramingPath } from './framing-path.ts';

const SIZE = { widthPx: 1280, heightPx: 720 };
const FRAME_US = 33_333;
const headAt = (x: number, y = 0, z = -90): HeadPose => ({
  rotation: [0, 0, 0, 1],
  translationCm: [x, y, z],
});
/** The crops of frames 0..count-1 of a head that moves. */
function walk(head: (frame: number) => HeadPose[], count: number, framing = { headShare: 0.5 }): FrameCrop[] {
  const path = createFramingPath(framing);
  return Array.from({ length: count }, (_, frame) =>
    path.at({ ...SIZE, timestampUs: frame * FRAME_US, poses: head(frame) }),
  );
}
const zoomOf = ({ widthPx }: FrameCrop) => SIZE.widthPx / widthPx;

describe('path', () => {
  test('a head that stays gives a crop that stays, with the head in its middle at the wanted size', () => {
    const crops = walk(() => [headAt(10, 3)], 60);
    for (const crop of crops) expect(crop).toEqual(crops[0]);
    const [x, y] = projectFacePoint(HEAD_CENTRE_CM, headAt(10, 3), assumeIntrinsics(1280, 720));
    const { xPx, yPx, widthPx, heightPx } = crops[0]!;
    expect((x - xPx) / widthPx).toBeCloseTo(0.5, 6);
    expect((y - yPx) / heightPx).toBeCloseTo(0.45, 6);
    expect((25 * assumeIntrinsics(1280, 720).focalPx) / 100 / heightPx).toBeCloseTo(0.5, 6);
  });

  test('never leaves the frame, never goes beyond the most zoom, keeps the shape', () => {
    const crops = walk((frame) => [headAt(70 * Math.sin(frame / 9), 35 * Math.cos(frame / 7), -150)], 400);
    for (const { xPx, yPx, widthPx, heightPx } of crops) {
      expect(Math.min(xPx, yPx)).toBeGreaterThanOrEqual(0);
      expect(xPx + widthPx).toBeLessThanOrEqual(1280 + 1e-6);
      expect(yPx + heightPx).toBeLessThanOrEqual(720 + 1e-6);
      expect(widthPx / heightPx).toBeCloseTo(16 / 9, 6);
    }
    expect(Math.max(...crops.map(zoomOf))).toBeLessThanOrEqual(2 + 1e-9);
  });

  test('small movements leave it where it is', () => {
    const crops = walk((frame) => [headAt(1.5 * Math.sin(frame / 3))], 90);
    for (const crop of crops) expect(crop).toEqual(crops[0]);
  });

  test('a jump is followed smoothly, without overshooting, and arrives', () => {
    const crops = walk((frame) => [headAt(frame < 10 ? -15 : 15)], 120);
    const xs = crops.map(({ xPx }) => xPx);
    const steps = xs.slice(1).map((x, at) => x - xs[at]!);
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.025 * 1280);
    // The first step is gentle: speed does not jump either.
    expect(Math.abs(steps[9]!)).toBeLessThan(0.35 * Math.max(...steps.map(Math.abs)));
    expect(Math.abs(steps.at(-1)!)).toBeLessThan(0.01);
  });

  test('without a head it waits, then opens to the whole frame', () => {
    const crops = walk((frame) => (frame < 30 ? [headAt(0)] : []), 200);
    expect(crops[60]).toEqual(crops[29]);
    expect(zoomOf(crops[199]!)).toBeCloseTo(1, 3);
    expect(walk(() => [], 1)[0]).toEqual({ xPx: 0, yPx: 0, ...SIZE });
  });

  test('a large head off the middle is brought there too', () => {
    const near = headAt(12, 0, -60);
    const [{ xPx, widthPx } = { xPx: 0, widthPx: 1 }] = walk(() => [near], 1, { headShare: 0.3 });
    const [x] = projectFacePoint(HEAD_CENTRE_CM, near, assumeIntrinsics(1280, 720));
    expect(Math.abs((x - xPx) / widthPx - 0.5)).toBeLessThan(Math.abs(x / 1280 - 0.5) / 2);
  });

  test('heads apart stay in view, and strength 0 leaves the picture', () => {
    const [crop] = walk(() => [headAt(-30), headAt(30)], 1);
    const { focalPx } = assumeIntrinsics(1280, 720);
    expect(crop!.xPx).toBeLessThan(640 - (30 * focalPx) / 100);
    expect(crop!.xPx + crop!.widthPx).toBeGreaterThan(640 + (30 * focalPx) / 100);
    const [whole] = walk(() => [headAt(9)], 1, { headShare: 0.5, strength: 0 } as { headShare: number });
    expect(whole).toEqual({ xPx: 0, yPx: 0, ...SIZE });
  });
});

describe.each(FORMATS)('cropping %s', (format) => {
  const frame = noiseFrame({ format, widthPx: 61, heightPx: 35 });

  test('the whole frame changes not a bit', () => {
    const after = copyFrame(frame);
    createCropper().crop(after, { xPx: 0, yPx: 0, widthPx: 61, heightPx: 35 });
    expect(new Uint8Array(after.data)).toEqual(new Uint8Array(frame.data));
  });

  test('each pixel is the mix of the four it lies between', () => {
    const after = copyFrame(frame);
    const crop = { xPx: 10.5, yPx: 6.25, widthPx: 30.5, heightPx: 17.5 };
    createCropper().crop(after, crop);
    for (const [x, y] of [
      [0, 0],
      [17, 9],
      [60, 34],
      [33, 20],
    ] as const) {
      const sx = crop.xPx + (x + 0.5) * 0.5 - 0.5;
      const sy = crop.yPx + (y + 0.5) * 0.5 - 0.5;
      const [xi, yi] = [Math.floor(sx), Math.floor(sy)];
      const at = (column: number, row: number) => pixelAt(frame, column, row)[0];
      const row = (r: number) => at(xi, r) + (at(xi + 1, r) - at(xi, r)) * (sx - xi);
      const wanted = row(yi) + (row(yi + 1) - row(yi)) * (sy - yi);
      expect(Math.abs(pixelAt(after, x, y)[0] - wanted)).toBeLessThan(1.1);
    }
  });
});
