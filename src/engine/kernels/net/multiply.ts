/**
 * The product of the strip and a layer's weights: a 1 x 1 convolution, where the net spends nine tenths of its time.
 *
 * Four pixels by eight channels are summed at once, in eight registers; of each input channel come two registers of
 * weights and, one after the other, the four pixels' values, each repeated four times:
 *
 *                      weights:  low | high          eight sums that do not wait for each other keep two multipliers
 *      a  value ->     sums:     a0  | a1            of four cycles busy; with weights and value they fill 11 of the
 *      b  value ->               b0  | b1            16 registers, and 6 loads feed 8 instructions.
 *      c  value ->               c0  | c1
 *      d  value ->               d0  | d1
 */
import { multiplyAdd } from './arithmetic';
import { Layer } from './layer';
import { STRIP, STRIP_PIXELS } from './strip';

/** Bytes of eight channels of a pixel. */
const GROUP: usize = 32;

/**
 * Writes max(floor, biases + shortcut + strip * weights) to 64 pixels of the output, beginning at `row`.
 *
 * The last group is written first: where the output has no room for whole groups (the heads'), what is too much goes
 * over the beginning of the next pixel, before that is written.
 */
export function multiplyStrip(layer: Layer, row: usize, floor: v128): void {
  const output = layer.output;
  const shortcut = layer.shortcut;
  const depth = layer.depth;
  const width = output.side;
  const lastRow = row + STRIP_PIXELS / width;
  for (let group = layer.groups; group-- > 0; ) {
    const weights = layer.weights + group * (GROUP + depth * 8);
    const biasLow = v128.load(weights);
    const biasHigh = v128.load(weights, 16);
    const hasShortcut = group < shortcut.pixel / GROUP;
    let pixels = STRIP;
    for (let y = row; y < lastRow; y++) {
      let to = output.first + y * output.row + group * GROUP;
      let from = shortcut.first + y * shortcut.row + group * GROUP;
      for (let x: usize = 0; x < width; x += 4) {
        let a0 = biasLow;
        let a1 = biasHigh;
        let b0 = biasLow;
        let b1 = biasHigh;
        let c0 = biasLow;
        let c1 = biasHigh;
        let d0 = biasLow;
        let d1 = biasHigh;
        if (hasShortcut) {
          a0 = f32x4.add(a0, v128.load(from));
          a1 = f32x4.add(a1, v128.load(from, 16));
          from += shortcut.pixel;
          b0 = f32x4.add(b0, v128.load(from));
          b1 = f32x4.add(b1, v128.load(from, 16));
          from += shortcut.pixel;
          c0 = f32x4.add(c0, v128.load(from));
          c1 = f32x4.add(c1, v128.load(from, 16));
          from += shortcut.pixel;
          d0 = f32x4.add(d0, v128.load(from));
          d1 = f32x4.add(d1, v128.load(from, 16));
          from += shortcut.pixel;
        }

        let a = pixels;
        let b = a + depth;
        let c = b + depth;
        let d = c + depth;
        let weight = weights;
        const end = b;
        do {
          weight += GROUP;
          const low = v128.load(weight);
          const high = v128.load(weight, 16);
          let value = v128.load32_splat(a);
          a0 = multiplyAdd(value, low, a0);
          a1 = multiplyAdd(value, high, a1);
          value = v128.load32_splat(b);
          b0 = multiplyAdd(value, low, b0);
          b1 = multiplyAdd(value, high, b1);
          value = v128.load32_splat(c);
          c0 = multiplyAdd(value, low, c0);
          c1 = multiplyAdd(value, high, c1);
          value = v128.load32_splat(d);
          d0 = multiplyAdd(value, low, d0);
          d1 = multiplyAdd(value, high, d1);
          a += 4;
          b += 4;
          c += 4;
          d += 4;
        } while (a !== end);
        pixels = d;

        store(to, floor, a0, a1);
        to += output.pixel;
        store(to, floor, b0, b1);
        to += output.pixel;
        store(to, floor, c0, c1);
        to += output.pixel;
        store(to, floor, d0, d1);
        to += output.pixel;
      }
    }
  }
}

/** pmax is one instruction where max, which minds NaN and the sign of 0, is eight. */
function store(to: usize, floor: v128, low: v128, high: v128): void {
  v128.store(to, f32x4.pmax(floor, low));
  v128.store(to, f32x4.pmax(floor, high), 16);
}
