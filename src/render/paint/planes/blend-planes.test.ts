import { expect, test } from 'vitest';
import { copyFrame, FORMATS, noiseFrame, pixelAt } from '../../../../tests/fakes/frames.ts';
import type { Region } from '../heads/region.ts';
import { blendPlanes, type DrawnPixels } from './blend-planes.ts';
import { yuvMatrix } from './yuv.ts';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A picture as readPixels gives it: one premultiplied colour a pixel, x and y from the top left, stored bottom up. */
function drawing(region: Region, color: (x: number, y: number) => Rgba, columnPx = 3): DrawnPixels {
  const strideRowPx = region.widthPx + columnPx + 2;
  const rgba = new Uint8Array(strideRowPx * region.heightPx * 4);
  for (let y = 0; y < region.heightPx; y += 1) {
    for (let x = 0; x < region.widthPx; x += 1) {
      rgba.set(color(x, y), 4 * ((region.heightPx - 1 - y) * strideRowPx + columnPx + x));
    }
  }
  return { rgba, strideRowPx, columnPx };
}

const SIZES = [
  { widthPx: 16, heightPx: 12, region: { xPx: 4, yPx: 2, widthPx: 8, heightPx: 6 } },
  // Odd frames: the region ends on the frame's own odd edge.
  { widthPx: 13, heightPx: 9, region: { xPx: 6, yPx: 4, widthPx: 7, heightPx: 5 } },
];
const CASES = FORMATS.flatMap((format) => SIZES.map((size) => ({ format, ...size })));

test.each(CASES)(
  'a clear picture changes not a bit: $format $widthPx x $heightPx',
  ({ region, ...frame }) => {
    const pixels = noiseFrame(frame);
    const before = copyFrame(pixels);
    blendPlanes(
      pixels,
      region,
      drawing(region, () => [0, 0, 0, 0]),
    );
    expect(new Uint8Array(pixels.data)).toEqual(new Uint8Array(before.data));
  },
);

test.each(CASES)(
  'an opaque picture is its colour, and nothing outside changes: $format $widthPx x $heightPx',
  ({ region, ...frame }) => {
    for (const color of [
      { matrix: 'bt709', fullRange: false },
      { matrix: 'bt601', fullRange: true },
    ] as const) {
      const pixels = noiseFrame({ ...frame, ...color });
      const before = copyFrame(pixels);
      const [red, green, blue] = [200, 60, 120];
      blendPlanes(
        pixels,
        region,
        drawing(region, () => [red, green, blue, 255]),
      );
      const { y, u, v, yOffset } = yuvMatrix(color);
      const isYuv = frame.format === 'I420' || frame.format === 'NV12';
      const expected = isYuv
        ? [
            y[0] * red + y[1] * green + y[2] * blue + yOffset,
            u[0] * red + u[1] * green + u[2] * blue + 128,
            v[0] * red + v[1] * green + v[2] * blue + 128,
          ]
        : [red, green, blue];
      for (let row = 0; row < frame.heightPx; row += 1) {
        for (let column = 0; column < frame.widthPx; column += 1) {
          const inside =
            column >= region.xPx &&
            row >= region.yPx &&
            column < region.xPx + region.widthPx &&
            row < region.yPx + region.heightPx;
          const wanted = inside ? expected : pixelAt(before, column, row);
          const got = pixelAt(pixels, column, row);
          wanted.forEach((value, channel) => {
            expect(Math.abs(got[channel]! - value)).toBeLessThanOrEqual(inside ? 1 : 0);
          });
        }
      }
    }
  },
);

test('bytes between rows and planes are left alone', () => {
  const region = { xPx: 0, yPx: 0, widthPx: 13, heightPx: 9 };
  const pixels = noiseFrame({ format: 'I420', widthPx: 13, heightPx: 9 });
  const before = new Uint8Array(pixels.data.slice(0));
  blendPlanes(
    pixels,
    region,
    drawing(region, () => [255, 255, 255, 255]),
  );
  const after = new Uint8Array(pixels.data);
  const own = new Set<number>();
  pixels.planes.forEach(({ offset, stride }, plane) => {
    const [width, height] = plane === 0 ? [13, 9] : [7, 5];
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) own.add(offset + row * stride + column);
    }
  });
  before.forEach((value, at) => {
    if (!own.has(at)) expect(after[at]).toBe(value);
  });
});

test('half alpha lies half way, in luma and in chroma', () => {
  const region = { xPx: 2, yPx: 2, widthPx: 4, heightPx: 4 };
  const pixels = noiseFrame({ format: 'I420', widthPx: 8, heightPx: 8, fullRange: true });
  const before = copyFrame(pixels);
  // Premultiplied white at 128 / 255.
  blendPlanes(
    pixels,
    region,
    drawing(region, () => [128, 128, 128, 128]),
  );
  for (const [x, y] of [
    [2, 2],
    [5, 5],
    [3, 4],
  ] as const) {
    const [luma, u, v] = pixelAt(before, x, y);
    const got = pixelAt(pixels, x, y);
    [luma + (255 - luma) * (128 / 255), u + (128 - u) * (128 / 255), v + (128 - v) * (128 / 255)].forEach(
      (value, channel) => {
        expect(Math.abs(got[channel]! - value)).toBeLessThanOrEqual(1);
      },
    );
  }
});

test('chroma takes a quarter of each of its four pixels', () => {
  const region = { xPx: 0, yPx: 0, widthPx: 2, heightPx: 2 };
  const pixels = noiseFrame({ format: 'NV12', widthPx: 4, heightPx: 4 });
  const [, uBefore] = pixelAt(pixels, 0, 0);
  blendPlanes(
    pixels,
    region,
    drawing(region, (x, y) => (x === 1 && y === 0 ? [0, 0, 255, 255] : [0, 0, 0, 0])),
  );
  const { u } = yuvMatrix(pixels);
  expect(
    Math.abs(pixelAt(pixels, 0, 0)[1] - (0.75 * uBefore + 0.25 * (128 + 255 * u[2]))),
  ).toBeLessThanOrEqual(1);
});

test('a picture is not upside down', () => {
  const region = { xPx: 0, yPx: 0, widthPx: 4, heightPx: 4 };
  const pixels = noiseFrame({ format: 'RGBA', widthPx: 4, heightPx: 4 });
  blendPlanes(
    pixels,
    region,
    drawing(region, (x, y) => [10 * x, 10 * y, 0, 255]),
  );
  expect(pixelAt(pixels, 3, 1)).toEqual([30, 10, 0]);
});

test('a region that is not in the frame, or begins on odd pixels, is refused', () => {
  const pixels = noiseFrame({ format: 'I420', widthPx: 8, heightPx: 8 });
  const region = { xPx: 1, yPx: 0, widthPx: 4, heightPx: 4 };
  expect(() =>
    blendPlanes(
      pixels,
      region,
      drawing(region, () => [0, 0, 0, 0]),
    ),
  ).toThrow('Region to blend: expected an even corner within 8x8, received 4x4 at 1,0');
  const beyond = { xPx: 6, yPx: 0, widthPx: 4, heightPx: 4 };
  expect(() =>
    blendPlanes(
      pixels,
      beyond,
      drawing(beyond, () => [0, 0, 0, 0]),
    ),
  ).toThrow('received 4x4 at 6,0');
});
