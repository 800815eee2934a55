import { expect, test } from 'vitest';
import { copyFrame, noiseFrame, pixelAt } from '../../../../tests/fakes/frames.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { parseCube } from '../../prepare/cube-lut.ts';
import { bakeGradeTable } from '../../prepare/grade-table.ts';
import { frameKindOf, gradePlanes } from './grade.ts';
import { yuvMatrix, yuvToRgb } from './yuv.ts';

/** A .cube text of 9 samples a side from a function of sRGB in 0..1. */
function cube(grade: (red: number, green: number, blue: number) => readonly number[]): string {
  const lines = ['LUT_3D_SIZE 9'];
  for (let blue = 0; blue < 9; blue += 1) {
    for (let green = 0; green < 9; green += 1) {
      for (let red = 0; red < 9; red += 1) lines.push(grade(red / 8, green / 8, blue / 8).join(' '));
    }
  }
  return lines.join('\n');
}

const identity = parseCube(cube((...color) => color));
const grey = parseCube(
  cube((red, green, blue) => Array(3).fill(0.2126 * red + 0.7152 * green + 0.0722 * blue)),
);
const COLORS = [
  { matrix: 'bt709', fullRange: false },
  { matrix: 'bt601', fullRange: true },
] as const;

/** Turns the frame's noise into colours that RGB can name: YUV noise mostly lies outside. */
function withRealColors(format: 'I420' | 'NV12' | 'RGBA' | 'BGRX', color: (typeof COLORS)[number]) {
  const frame = noiseFrame({ format, widthPx: 31, heightPx: 23, ...color });
  if (format === 'RGBA' || format === 'BGRX') return frame;
  const bytes = new Uint8Array(frame.data);
  const { y, u, v, yOffset } = yuvMatrix(color);
  const source = noiseFrame({ format: 'RGBA', widthPx: 31, heightPx: 23 });
  const set = (plane: number, column: number, row: number, value: number) => {
    const { offset, stride } = frame.planes[plane]!;
    bytes[offset + row * stride + column] = Math.round(value);
  };
  // One colour a 2x2 block, so that each block's luma and chroma belong together.
  for (let row = 0; row < 23; row += 1) {
    for (let column = 0; column < 31; column += 1) {
      const [red, green, blue] = pixelAt(source, column & ~1, row & ~1);
      set(0, column, row, y[0] * red + y[1] * green + y[2] * blue + yOffset);
      const chroma = [u, v].map((weights) => weights[0] * red + weights[1] * green + weights[2] * blue + 128);
      if (format === 'I420') {
        set(1, column >> 1, row >> 1, chroma[0]!);
        set(2, column >> 1, row >> 1, chroma[1]!);
      } else {
        set(1, 2 * (column >> 1), row >> 1, chroma[0]!);
        set(1, 2 * (column >> 1) + 1, row >> 1, chroma[1]!);
      }
    }
  }
  return frame;
}

/** The largest difference of any channel of any pixel. */
function worstDifference(a: FramePixels, b: FramePixels): number {
  let worst = 0;
  for (let row = 0; row < a.heightPx; row += 1) {
    for (let column = 0; column < a.widthPx; column += 1) {
      const other = pixelAt(b, column, row);
      pixelAt(a, column, row).forEach((value, channel) => {
        worst = Math.max(worst, Math.abs(value - other[channel]!));
      });
    }
  }
  return worst;
}

test.each(COLORS)('an identity table changes colours by two levels at most: $matrix', async (color) => {
  for (const format of ['I420', 'NV12', 'RGBA', 'BGRX'] as const) {
    const pixels = withRealColors(format, color);
    const before = copyFrame(pixels);
    const table = await bakeGradeTable(identity, 1, frameKindOf(pixels));
    gradePlanes(pixels, table);
    // RGB goes through YUV and back: U and V are rounded twice, and blue is 1.8 times U.
    const tolerance = format === 'I420' || format === 'NV12' ? 2 : 4;
    expect(worstDifference(pixels, before)).toBeLessThanOrEqual(tolerance);
  }
});

test('black and white leaves no colour at all, and strength 0 leaves the picture', async () => {
  const color = COLORS[0];
  const pixels = withRealColors('I420', color);
  gradePlanes(pixels, await bakeGradeTable(grey, 1, color));
  for (let row = 0; row < 23; row += 1) {
    for (let column = 0; column < 31; column += 1)
      expect(pixelAt(pixels, column, row).slice(1)).toEqual([128, 128]);
  }
  const untouched = withRealColors('I420', color);
  const before = copyFrame(untouched);
  gradePlanes(untouched, await bakeGradeTable(grey, 0, color));
  expect(worstDifference(untouched, before)).toBeLessThanOrEqual(2);
});

test('a grade means the same in every encoding', async () => {
  const warm = parseCube(cube((red, green, blue) => [red ** 0.8, green, blue * 0.7]));
  const rgb = new Float64Array(3);
  for (const color of COLORS) {
    const pixels = withRealColors('I420', color);
    const before = copyFrame(pixels);
    gradePlanes(pixels, await bakeGradeTable(warm, 1, color));
    for (let column = 0; column < 30; column += 2) {
      yuvToRgb(yuvMatrix(color), ...pixelAt(before, column, 4), rgb);
      const wanted = [Math.max(0, rgb[0]!) ** 0.8, rgb[1]!, rgb[2]! * 0.7];
      yuvToRgb(yuvMatrix(color), ...pixelAt(pixels, column, 4), rgb);
      wanted.forEach((value, channel) => {
        // A 9-sample table bends the power near black; elsewhere a few levels.
        expect(Math.abs(Math.min(1, value) - rgb[channel]!)).toBeLessThan(0.05);
      });
    }
  }
});

test('bytes between rows and planes are left alone', async () => {
  const pixels = withRealColors('I420', COLORS[0]);
  const before = new Uint8Array(pixels.data.slice(0));
  gradePlanes(pixels, await bakeGradeTable(grey, 1, COLORS[0]));
  const after = new Uint8Array(pixels.data);
  expect([...after.slice(0, 5)]).toEqual([...before.slice(0, 5)]);
  const { offset, stride } = pixels.planes[0]!;
  for (let row = 0; row < 23; row += 1) {
    for (let gap = 31; gap < stride; gap += 1) {
      expect(after[offset + row * stride + gap]).toBe(before[offset + row * stride + gap]);
    }
  }
});
