/**
 * Kernels from TFLite's memory order to TensorFlow's. Moves bytes, never looks at values,
 * so float16 stays float16 to the last bit.
 */

export interface Constant {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** Convolution kernel: [out, height, width, in] -> [height, width, in, out]. */
export function ohwiToHwio({ shape, bytes }: Constant): Constant {
  const [out = 0, height = 0, width = 0, channels = 0] = shape;
  const rest = height * width * channels;
  return { shape: [height, width, channels, out], bytes: transpose(bytes, out, rest) };
}

/** Depthwise kernel: [1, height, width, channels] -> [height, width, channels, 1]: the same bytes. */
export function depthwiseToHwc1({ shape, bytes }: Constant): Constant {
  const [one, height = 0, width = 0, channels = 0] = shape;
  if (one !== 1) throw new Error(`expected a depthwise kernel [1, h, w, c], got [${shape}]`);
  return { shape: [height, width, channels, 1], bytes };
}

/** A matrix of equally wide elements, rows x columns -> columns x rows. */
function transpose(bytes: Uint8Array, rows: number, columns: number): Uint8Array {
  const width = bytes.length / (rows * columns);
  const result = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = (row * columns + column) * width;
      result.set(bytes.subarray(from, from + width), (column * rows + row) * width);
    }
  }
  return result;
}
