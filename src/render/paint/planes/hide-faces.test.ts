import { describe, expect, test } from 'vitest';
import { copyFrame, FORMATS, noiseFrame, pixelAt } from '../../../../tests/fakes/frames.ts';
import type { Hide } from '../../../filters/schema/hide-schema.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { outlineOf } from '../heads/head-outline.ts';
import { hideFaces, hideFrame } from './hide-faces.ts';
import { pixelate } from './hide-pixels.ts';

const SIZE = { widthPx: 321, heightPx: 181 };
const HEAD: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [4, -2, -80] };
const WAYS: readonly Hide[] = [
  { how: 'pixelate', cellCm: 2 },
  { how: 'blur', radiusCm: 2 },
  { how: 'cover', color: '#204060' },
];

/** How much neighbours differ, over some pixels: noise has much of it, what is hidden little. */
function roughness(pixels: FramePixels, holds: (x: number, y: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < pixels.heightPx; y += 1) {
    for (let x = 1; x < pixels.widthPx; x += 1) {
      if (!holds(x, y) || !holds(x - 1, y)) continue;
      sum += Math.abs(pixelAt(pixels, x, y)[0] - pixelAt(pixels, x - 1, y)[0]);
      count += 1;
    }
  }
  return sum / count;
}

describe.each(FORMATS)('%s', (format) => {
  const before = noiseFrame({ format, ...SIZE });
  const outline = outlineOf(HEAD, assumeIntrinsics(SIZE.widthPx, SIZE.heightPx), 2.5)!;
  const radial = (x: number, y: number) =>
    Math.hypot((x + 0.5 - outline.xPx) / outline.radiusXPx, (y + 0.5 - outline.yPx) / outline.radiusYPx);

  test.each(WAYS)('$how hides the head and leaves every bit of the rest', (hide) => {
    const after = copyFrame(before);
    hideFaces(after, [HEAD], hide);
    const inside = (x: number, y: number) => radial(x, y) < 0.98;
    expect(roughness(before, inside)).toBeGreaterThan(50);
    expect(roughness(after, inside)).toBeLessThan(8);
    // A square that the ellipse touches reaches out by its diagonal.
    const reach = (hide.how === 'pixelate' ? 1 : 0.15) * outline.radiusXPx;
    const touched: string[] = [];
    for (let y = 0; y < SIZE.heightPx; y += 1) {
      for (let x = 0; x < SIZE.widthPx; x += 1) {
        if (radial(x, y) <= 1 + reach / outline.radiusXPx) continue;
        if (String(pixelAt(after, x, y)) !== String(pixelAt(before, x, y))) touched.push(`${x}, ${y}`);
      }
    }
    expect(touched).toEqual([]);
  });

  test.each(WAYS)('$how hides all of the frame when no head is known, or one is too near', (hide) => {
    for (const heads of [[], [{ ...HEAD, translationCm: [0, 0, -2] } satisfies HeadPose]]) {
      const after = copyFrame(before);
      hideFaces(after, heads, hide);
      expect(roughness(after, () => true)).toBeLessThan(8);
    }
  });

  test('a flat frame stays as it is, blurred or pixelated', () => {
    const flat = copyFrame(before);
    new Uint8Array(flat.data).fill(90);
    for (const hide of WAYS.slice(0, 2)) {
      const after = copyFrame(flat);
      hideFaces(after, [HEAD], hide);
      hideFrame(after, hide);
      expect(Buffer.compare(Buffer.from(after.data), Buffer.from(flat.data))).toBe(0);
    }
  });
});

test('squares keep the mean of what they hide', () => {
  const before = noiseFrame({ format: 'I420', widthPx: 64, heightPx: 64 });
  const after = copyFrame(before);
  pixelate(after, { xPx: 32, yPx: 32, radiusXPx: 200, radiusYPx: 200 }, 16);
  for (let y = 0; y < 64; y += 16) {
    for (let x = 0; x < 64; x += 16) {
      let sum = 0;
      for (let at = 0; at < 256; at += 1) sum += pixelAt(before, x + (at % 16), y + (at >> 4))[0];
      expect(Math.abs(pixelAt(after, x + 7, y + 9)[0] - sum / 256)).toBeLessThanOrEqual(0.5);
    }
  }
});
