import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNodeSampler } from '../../../harness/node-detector.ts';
import { type Colour, type Picture, toPixels } from '../../../tests/fakes/picture.ts';
import type { FramePixels, PixelFormat } from '../../shared/engine-protocol.ts';
import { INPUT_SIDE } from '../net/anchors.ts';
import { type Crop, cropToFrame, letterboxCrop } from './crop.ts';

/** Output pixel of a sample as 0..255. */
function pixelAt(input: Float32Array, column: number, row: number): number[] {
  const at = (row * INPUT_SIDE + column) * 3;
  return [0, 1, 2].map((channel) => (input[at + channel]! + 1) * 127.5);
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!) * 127.5), 0);
}

const FORMATS: readonly PixelFormat[] = ['I420', 'NV12', 'RGBA', 'RGBX', 'BGRA', 'BGRX'];
const SIZE = [320, 180] as const;
/** Smooth in every channel, so that no law hangs on where exactly a tap falls. */
const SMOOTH: Picture = (x, y) => [
  128 + 90 * Math.sin(x / 40),
  128 + 90 * Math.cos(y / 30),
  128 + 60 * Math.sin((x + y) / 50),
];
const sampler = await createNodeSampler();

test('a constant picture stays constant, whatever the layout, matrix and range', () => {
  const colour: Colour = [200, 90, 40];
  const inside: Crop = { centreXPx: 160, centreYPx: 90, sidePx: 120, angleRadians: 0.3 };
  for (const format of FORMATS) {
    for (const matrix of ['bt601', 'bt709'] as const) {
      for (const fullRange of [false, true]) {
        const input = sampler.sample(
          toPixels(() => colour, SIZE, format, { matrix, fullRange }),
          inside,
        );
        // Eight-bit Y'CbCr keeps a colour to about two steps.
        const worst = input.reduce(
          (most, value, i) => Math.max(most, Math.abs((value + 1) * 127.5 - colour[i % 3]!)),
          0,
        );
        expect(worst).toBeLessThan(2.5);
      }
    }
  }
});

test('a gradient keeps its slope and its place at every zoom and angle', () => {
  // Whole steps a pixel, so that the picture itself is not rounded; a pixel's value is that of its centre.
  const ramp: Picture = (x, y) => [x - 40, y, 100];
  const pixels = toPixels(ramp, [300, 250], 'RGBA');
  const crops = fc.record({
    centreXPx: fc.double({ min: 150, max: 180, noNaN: true }),
    centreYPx: fc.double({ min: 110, max: 140, noNaN: true }),
    sidePx: fc.double({ min: 20, max: 150, noNaN: true }),
    angleRadians: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  });
  fc.assert(
    fc.property(crops, (crop) => {
      const input = sampler.sample(pixels, crop);
      for (const [column, row] of [
        [0, 0],
        [127, 5],
        [64, 64],
        [30, 120],
      ] as const) {
        const [x, y] = cropToFrame(crop, (column + 0.5) / INPUT_SIDE, (row + 0.5) / INPUT_SIDE);
        const [red = 0, green = 0] = pixelAt(input, column, row);
        expect(red).toBeCloseTo(x - 0.5 - 40, 2);
        expect(green).toBeCloseTo(y - 0.5, 2);
      }
    }),
    { seed: 2, numRuns: 100 },
  );
});

test('shrinking does not shift the picture', () => {
  // Four pixels a step, about the step's middle: rounding to steps shifts nothing.
  const pixels = toPixels((x, y) => [(x - 1.5) / 4, (y - 1.5) / 4, 100], [1000, 1000], 'RGBA');
  for (const angleRadians of [0, 0.3, -2]) {
    for (const sidePx of [300, 450, 690]) {
      const crop: Crop = { centreXPx: 500.3, centreYPx: 499.1, sidePx, angleRadians };
      const input = sampler.sample(pixels, crop);
      let [sumX, sumY] = [0, 0];
      for (let i = 0; i < INPUT_SIDE ** 2; i++) {
        const [column, row] = [i % INPUT_SIDE, Math.floor(i / INPUT_SIDE)];
        const [x, y] = cropToFrame(crop, (column + 0.5) / INPUT_SIDE, (row + 0.5) / INPUT_SIDE);
        const [red = 0, green = 0] = pixelAt(input, column, row);
        sumX += red * 4 + 2 - x;
        sumY += green * 4 + 2 - y;
      }
      // A fiftieth of the smallest output pixel here.
      expect(Math.abs(sumX / INPUT_SIDE ** 2)).toBeLessThan(0.05);
      expect(Math.abs(sumY / INPUT_SIDE ** 2)).toBeLessThan(0.05);
    }
  }
});

test('what lies in memory beside the picture never shows', () => {
  for (const format of FORMATS) {
    const pixels = toPixels(() => [0, 0, 0], SIZE, format);
    for (const angleRadians of [0, Math.PI / 2, Math.PI, -Math.PI / 2, 0.4, 2.5]) {
      for (const sidePx of [100, 250, 700]) {
        for (const [centreXPx, centreYPx] of [
          [0, 0],
          [320, 180],
          [160, 90],
        ] as const) {
          const input = sampler.sample(pixels, { centreXPx, centreYPx, sidePx, angleRadians });
          expect(input.every((value) => value < -0.98)).toBe(true);
        }
      }
    }
  }
});

test('shrinking averages: independent noise falls with the number of taps', () => {
  const hash = (x: number, y: number): number => {
    const mixed = Math.imul(x * 374761393 + y * 668265263, 1274126177);
    return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 20) & 255;
  };
  const noise: Picture = (x, y) => [hash(x, y), hash(x + 5000, y), hash(x, y + 5000)];
  const pixels = toPixels(noise, [1280, 720], 'RGBA');
  const deviation = (crop: Crop): number => {
    const input = sampler.sample(pixels, crop);
    return Math.sqrt(input.reduce((sum, value) => sum + (value * 127.5) ** 2, 0) / input.length);
  };
  for (const angleRadians of [0, 0.2, 1]) {
    // Uniform noise of 0..255 deviates by 74. 500 pixels into 128 take 3 x 3 taps, 690 take 4 x 4.
    expect(deviation({ centreXPx: 640, centreYPx: 360, sidePx: 500, angleRadians })).toBeLessThan(74 / 2.5);
    expect(deviation({ centreXPx: 640, centreYPx: 360, sidePx: 690, angleRadians: 0 })).toBeLessThan(
      74 / 3.3,
    );
  }
});

test('a crop turned by a quarter is the quarter-turned picture', () => {
  const side = 256;
  const pixels = toPixels(SMOOTH, [side, side], 'RGBA');
  const turned = toPixels((x, y) => SMOOTH(y, side - 1 - x), [side, side], 'RGBA');
  for (const sidePx of [100, 200, 250]) {
    const crop = { centreXPx: 128, centreYPx: 128, sidePx, angleRadians: 0 };
    const upright = sampler.sample(turned, crop).slice();
    const quarter = sampler.sample(pixels, { ...crop, angleRadians: -Math.PI / 2 });
    expect(largestDifference(upright, quarter)).toBeLessThan(2);
  }
});

test('all layouts show the same picture', () => {
  const crops: Crop[] = [
    letterboxCrop(...SIZE),
    { centreXPx: 100, centreYPx: 80, sidePx: 90, angleRadians: 0.4 },
    { centreXPx: 20, centreYPx: 20, sidePx: 200, angleRadians: -0.7 },
  ];
  for (const crop of crops) {
    const reference = sampler.sample(toPixels(SMOOTH, SIZE, 'RGBA'), crop).slice();
    for (const format of FORMATS) {
      for (const matrix of ['bt601', 'bt709'] as const) {
        const input = sampler.sample(toPixels(SMOOTH, SIZE, format, { matrix }), crop);
        // Chroma is stored at half resolution and in eight bits: at the frame's border it is averaged over more.
        const far = input.reduce(
          (n, value, i) => n + (Math.abs(value - reference[i]!) * 127.5 > 4 ? 1 : 0),
          0,
        );
        expect(far / input.length).toBeLessThan(0.02);
      }
    }
  }
});

test('a letterbox has black bars and the picture between them', () => {
  for (const format of FORMATS) {
    const input = sampler.sample(
      toPixels(() => [255, 255, 255], SIZE, format),
      letterboxCrop(...SIZE),
    );
    const barRows = (INPUT_SIDE * (1 - 180 / 320)) / 2;
    for (const [row, expected] of [
      [0, -1],
      [barRows - 1, -1],
      [barRows + 1, 1],
      [126 - barRows, 1],
      [128 - barRows, -1],
      [127, -1],
    ] as const) {
      const at = row * INPUT_SIDE * 3;
      const line = input.subarray(at, at + INPUT_SIDE * 3);
      expect(line.every((value) => Math.abs(value - expected) < 0.02)).toBe(true);
    }
  }
});

test('a crop wholly outside the frame is black', () => {
  const outside = { centreXPx: -5000, centreYPx: 900, sidePx: 300, angleRadians: 0.5 };
  const input = sampler.sample(toPixels(SMOOTH, SIZE, 'I420'), outside);
  expect(input.every((value) => value < -0.99)).toBe(true);
});

test('odd sizes are read to the last row and column, and not beyond', () => {
  const data = new Uint8Array(33 * 17 + 2 * 17 * 9).fill(128);
  const pixels: FramePixels = {
    format: 'I420',
    widthPx: 33,
    heightPx: 17,
    planes: [
      { offset: 0, stride: 33 },
      { offset: 33 * 17, stride: 17 },
      { offset: 33 * 17 + 17 * 9, stride: 17 },
    ],
    matrix: 'bt601',
    fullRange: true,
    data: data.buffer,
  };
  const input = sampler.sample(pixels, { centreXPx: 16.5, centreYPx: 8.5, sidePx: 16, angleRadians: 0 });
  expect(input.every((value) => Math.abs(value - (128 / 127.5 - 1)) < 1e-5)).toBe(true);
});

test('planes that do not fit into their data are refused', () => {
  const pixels = toPixels(SMOOTH, SIZE, 'I420');
  const short = { ...pixels, data: pixels.data.slice(0, 1000) };
  expect(() => sampler.sample(short, letterboxCrop(...SIZE))).toThrow(
    /expected I420 plane 0 of 320x180 in 1000 bytes/,
  );
  expect(() => sampler.sample({ ...pixels, planes: [] }, letterboxCrop(...SIZE))).toThrow(/got 0 planes/);
  expect(() => sampler.sample(pixels, { ...letterboxCrop(...SIZE), sidePx: 0 })).toThrow(
    /side above 0, got 0/,
  );
});
