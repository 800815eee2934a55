/**
 * Three ways to fill the strip, one for each kind of layer. `row` is the first of the output rows that it is for.
 */
import { multiplyAdd } from './arithmetic';
import { FeatureMap, Layer } from './layer';
import { STRIP, STRIP_PIXELS } from './strip';

/** The net's first kernel: 5 x 5 pixels of three channels, 15 numbers in a row of memory. */
const PATCH_SIDE = 5;
const PATCH_ROW: usize = 60;

/**
 * Each pixel becomes the 75 numbers of its 5 x 5 patch (im2col): the first convolution is then a product like the
 * others. Rows of 15 are copied as 16; the next row overwrites the last number, and the patch's last meets a weight of 0.
 */
export function fillWithPatches(layer: Layer, row: usize): void {
  const input = layer.input;
  // A patch begins one pixel up and left of the pixel that it stands for.
  let from = input.first + row * 2 * input.row - input.row - input.pixel;
  let to = STRIP;
  for (let x: usize = 0; x < STRIP_PIXELS; x++) {
    let line = from;
    let at = to;
    for (let y = 0; y < PATCH_SIDE; y++) {
      v128.store(at, v128.load(line));
      v128.store(at, v128.load(line, 16), 16);
      v128.store(at, v128.load(line, 32), 32);
      v128.store(at, v128.load(line, 48), 48);
      at += PATCH_ROW;
      line += input.row;
    }
    from += input.pixel * 2;
    to += layer.depth;
  }
}

/**
 * The 3 x 3 depthwise convolution: each channel through a filter of its own. Four channels at a time go over all
 * pixels, so that their nine weights stay in registers.
 */
export function fillWithFiltered(layer: Layer, row: usize): void {
  const input = layer.input;
  const depth = layer.depth;
  const width = layer.output.side;
  const pixel = input.pixel;
  const step = pixel * layer.step;
  // Padding as TensorFlow's SAME: with steps of two pixels, what is missing is to the right and below alone.
  const corner = layer.step === 1 ? input.first - input.row - pixel : input.first;
  for (let channel: usize = 0; channel < depth; channel += 16) {
    const filter = layer.filter + channel;
    const w0 = v128.load(filter);
    const w1 = v128.load(filter + depth);
    const w2 = v128.load(filter + depth * 2);
    const w3 = v128.load(filter + depth * 3);
    const w4 = v128.load(filter + depth * 4);
    const w5 = v128.load(filter + depth * 5);
    const w6 = v128.load(filter + depth * 6);
    const w7 = v128.load(filter + depth * 7);
    const w8 = v128.load(filter + depth * 8);
    let to = STRIP + channel;
    for (let y = row; y < row + STRIP_PIXELS / width; y++) {
      let upper = corner + channel + y * layer.step * input.row;
      let middle = upper + input.row;
      let lower = middle + input.row;
      const end = to + width * depth;
      do {
        let sum = f32x4.mul(v128.load(upper), w0);
        sum = multiplyAdd(v128.load(upper + pixel), w1, sum);
        sum = multiplyAdd(v128.load(upper + pixel * 2), w2, sum);
        sum = multiplyAdd(v128.load(middle), w3, sum);
        sum = multiplyAdd(v128.load(middle + pixel), w4, sum);
        sum = multiplyAdd(v128.load(middle + pixel * 2), w5, sum);
        sum = multiplyAdd(v128.load(lower), w6, sum);
        sum = multiplyAdd(v128.load(lower + pixel), w7, sum);
        sum = multiplyAdd(v128.load(lower + pixel * 2), w8, sum);
        v128.store(to, sum);
        upper += step;
        middle += step;
        lower += step;
        to += depth;
      } while (to !== end);
    }
  }
}

/** The pixels as they are. */
export function fillWithPixels(layer: Layer, row: usize): void {
  const input: FeatureMap = layer.input;
  const rowBytes = input.side * layer.depth;
  let to = STRIP;
  for (let y = row; y < row + STRIP_PIXELS / input.side; y++) {
    memory.copy(to, input.first + y * input.row, rowBytes);
    to += rowBytes;
  }
}
