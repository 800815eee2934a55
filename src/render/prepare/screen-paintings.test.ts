import { expect, test } from 'vitest';
import { copyFrame, noiseFrame } from '../../../tests/fakes/frames.ts';
import { blendPlanes } from '../paint/planes/blend-planes.ts';
import { placeOf } from './layer-place.ts';
import { premultiplied } from './painted-words.ts';
import { cutPatches } from './patches.ts';

const VIEW_BOX: [number, number, number, number] = [0, 0, 400, 100];
const ANCHORS = [
  'top-left',
  'top',
  'top-right',
  'left',
  'centre',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;
const SIZES = [
  [1280, 720],
  [640, 480],
  [360, 640],
] as const;

test.each(SIZES)(
  'a layer keeps its shape and its margin wherever it is anchored: %i x %i',
  (width, height) => {
    for (const anchor of ANCHORS) {
      const place = placeOf({ viewBox: VIEW_BOX, anchor, height: 0.3, margin: 0.05 }, width, height);
      expect(place.widthPx / place.heightPx).toBeCloseTo(4, 6);
      expect(place.xPx).toBeGreaterThanOrEqual(0.05 * height - 1e-9);
      expect(place.yPx).toBeGreaterThanOrEqual(0.05 * height - 1e-9);
      expect(place.xPx + place.widthPx).toBeLessThanOrEqual(width - 0.05 * height + 1e-9);
      expect(place.yPx + place.heightPx).toBeLessThanOrEqual(height - 0.05 * height + 1e-9);
    }
  },
);

test('stretched layers reach from edge to edge', () => {
  expect(placeOf({ viewBox: VIEW_BOX, fit: 'frame' }, 640, 480)).toEqual({
    xPx: 0,
    yPx: 0,
    widthPx: 640,
    heightPx: 480,
  });
  const band = placeOf({ viewBox: VIEW_BOX, fit: 'width', anchor: 'bottom', height: 0.25 }, 640, 480);
  expect(band).toEqual({ xPx: 0, yPx: 360, widthPx: 640, heightPx: 120 });
});

test('a painting cut into patches blends as the whole does', () => {
  const [width, height] = [150, 91];
  const words = new Uint32Array(width * height);
  for (let at = 0; at < words.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    // Two islands, the rest clear.
    if ((x > 20 && x < 40 && y < 30) || (x > 100 && y > 60)) words[at] = 0x80402010;
  }
  const whole = noiseFrame({ format: 'I420', widthPx: 200, heightPx: 121 });
  const cut = copyFrame(whole);
  const rgba = new Uint8Array(words.buffer);
  const region = { xPx: 8, yPx: 10, widthPx: width, heightPx: height };
  blendPlanes(whole, region, { rgba, strideRowPx: width, columnPx: 0 });
  const patches = cutPatches({ widthPx: width, heightPx: height, words }, 8, 10);
  for (const patch of patches) blendPlanes(cut, patch.region, patch.drawn);
  expect(new Uint8Array(cut.data)).toEqual(new Uint8Array(whole.data));
  const area = patches.reduce((sum, patch) => sum + patch.region.widthPx * patch.region.heightPx, 0);
  expect(area).toBeLessThan(0.7 * width * height);
});

test('premultiplying turns rows over and never gives more colour than alpha', () => {
  const data = Uint8ClampedArray.from([255, 128, 0, 128, 10, 20, 30, 255]);
  expect([...premultiplied(data, 1, 2)]).toEqual([0xff1e140a, 0x80004080]);
});
