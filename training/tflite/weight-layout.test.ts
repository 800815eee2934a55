import { expect, test } from 'vitest';
import { depthwiseToHwc1, ohwiToHwio } from './weight-layout.ts';

/** Two-byte elements that count up from 0. */
function counting(shape: readonly number[]) {
  const length = shape.reduce((product, size) => product * size, 1);
  return { shape, bytes: new Uint8Array(Uint16Array.from({ length }, (_, i) => i).buffer) };
}

test('the element at [o, h, w, i] moves to [h, w, i, o]', () => {
  const [outs, height, width, ins] = [5, 2, 3, 4] as const;
  const { shape, bytes } = ohwiToHwio(counting([outs, height, width, ins]));
  expect(shape).toEqual([height, width, ins, outs]);
  const moved = new Uint16Array(bytes.buffer);
  for (let o = 0; o < outs; o++) {
    for (let rest = 0; rest < height * width * ins; rest++) {
      expect(moved[rest * outs + o]).toBe(o * height * width * ins + rest);
    }
  }
});

test('a depthwise kernel keeps its bytes', () => {
  const kernel = counting([1, 3, 3, 8]);
  expect(depthwiseToHwc1(kernel)).toEqual({ shape: [3, 3, 8, 1], bytes: kernel.bytes });
  expect(() => depthwiseToHwc1(counting([2, 3, 3, 8]))).toThrow(
    /expected a depthwise kernel \[1, h, w, c\], got \[2,3,3,8\]/,
  );
});
