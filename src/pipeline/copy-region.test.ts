import { expect, test } from 'vitest';
import { createNodeSampler } from '../../harness/node-detector.ts';
import { type Picture, toPixels } from '../../tests/fakes/picture.ts';
import { nextRegion } from '../engine/faces/next-region.ts';
import type { FramePixels, PixelFormat } from '../shared/engine-protocol.ts';
import { copyRegion } from './copy-region.ts';

const SIZE = [640, 360] as const;
const PICTURE: Picture = (x, y) => [(x * 7 + y) % 256, (x + y * 5) % 256, (x * 3 + y * 2) % 256];
const FORMATS: readonly PixelFormat[] = ['I420', 'NV12', 'RGBA', 'RGBX', 'BGRA', 'BGRX'];
const sampler = await createNodeSampler();

test.each(FORMATS)('a crop sampled from the region about it is what the whole frame gives: %s', (format) => {
  const pixels = toPixels(PICTURE, SIZE, format);
  for (const crop of [
    { centreXPx: 300.4, centreYPx: 170.2, sidePx: 131, angleRadians: 0.4 },
    { centreXPx: 20, centreYPx: 340, sidePx: 150, angleRadians: -1.2 },
    { centreXPx: 633, centreYPx: 15, sidePx: 90, angleRadians: 0 },
  ]) {
    const region = nextRegion([crop], ...SIZE);
    if (typeof region === 'string') throw new Error('expected a region');
    const part = copyRegion(pixels, region);
    expect(part.data.byteLength).toBeLessThan(pixels.data.byteLength / 2);
    const inPart = {
      ...crop,
      centreXPx: crop.centreXPx - region.leftPx,
      centreYPx: crop.centreYPx - region.topPx,
    };
    const whole = sampler.sample(pixels, crop).slice();
    const sampled = sampler.sample(part, inPart);
    const worst = whole.reduce((most, value, i) => Math.max(most, Math.abs(value - (sampled[i] ?? 9))), 0);
    // Taps are rounded to a part of a pixel, from another beginning.
    expect(worst).toBeLessThan(0.02);
  }
});

test('a frame of odd size keeps its last column and row', () => {
  const data = new Uint8Array(33 * 17 + 2 * 17 * 9).map((_, i) => i % 251);
  const pixels: FramePixels = {
    ...{ format: 'I420', widthPx: 33, heightPx: 17, matrix: 'bt601', fullRange: false, data: data.buffer },
    planes: [
      { offset: 0, stride: 33 },
      { offset: 33 * 17, stride: 17 },
      { offset: 33 * 17 + 17 * 9, stride: 17 },
    ],
  };
  const part = copyRegion(pixels, { leftPx: 30, topPx: 14, widthPx: 3, heightPx: 3 });
  const at = (plane: number, x: number, y: number) => {
    const { offset, stride } = part.planes[plane] ?? { offset: 0, stride: 0 };
    return new Uint8Array(part.data)[offset + y * stride + x];
  };
  expect(at(0, 2, 2)).toBe(data[33 * 17 - 1]);
  expect(at(1, 1, 1)).toBe(data[33 * 17 + 17 * 9 - 1]);
  expect(at(2, 1, 1)).toBe(data.at(-1));
});
