/**
 * The records that say where a layer's numbers lie. simd-net.ts writes them once, field by field in this order, 32 bits
 * each; the kernels only read them. Distances are in bytes.
 */

/**
 * Channels of a grid of pixels, one pixel's after another's, with a border of zeros that stands for what lies outside:
 *
 *      0 0 0 0 0 0      first  the address of a
 *      0 a b c d 0      pixel  from a to b: the channels, rounded up to a multiple of eight; those added are always 0
 *      0 e f g h 0      row    from a to e
 *      0 ...
 */
export class FeatureMap {
  first: usize = 0;
  pixel: usize = 0;
  row: usize = 0;
  /** Pixels a row, and rows. */
  side: usize = 0;
}

export class Layer {
  input: FeatureMap = new FeatureMap();
  output: FeatureMap = new FeatureMap();
  /** Is added to the result: the output's grid, and at most its channels; none where `pixel` is 0. */
  shortcut: FeatureMap = new FeatureMap();
  /** Input pixels from one output pixel to the next: 1 or 2. */
  step: usize = 0;
  /** Bytes of one pixel in the strip, a multiple of 16. */
  depth: usize = 0;
  /** Of the 3 x 3 filter: nine times `depth` bytes, tap after tap. */
  filter: usize = 0;
  /** Of the product: for every eight output channels their eight biases, then eight weights for each input channel. */
  weights: usize = 0;
  /** Output channels, in eights. */
  groups: usize = 0;
}
