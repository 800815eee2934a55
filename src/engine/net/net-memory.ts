/**
 * The kernels' memory, laid out once: maps, weights and the records of kernels/net/layer.ts, one after the other.
 * Owns addresses and the order in which weights are read; which layers there are is simd-net.ts's.
 */

/** Bytes from the start of the memory. */
export type Address = number;

/** A map as its record has it, and where the record is. */
export interface PlacedMap {
  readonly record: Address;
  readonly first: Address;
  readonly pixel: number;
  readonly row: number;
  readonly side: number;
}

export interface MapForm {
  readonly side: number;
  /** Numbers from one pixel to the next. */
  readonly pitch: number;
  /** Pixels of zeros before (above, left of) and after (below, right of) its own. */
  readonly border: readonly [before: number, after: number];
}

/** A 1 x 1 convolution's: a weight for each input and output, row after row of outputs, and a bias for each output. */
export interface Product {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface NetMemory {
  readonly numbers: Float32Array;
  /** All zeros until somebody writes there. */
  reserve(bytes: number): Address;
  addMap(form: MapForm): PlacedMap;
  addRecord(fields: readonly number[]): Address;
  /** A 3 x 3 filter for each channel, whose tables are `depth` channels wide. */
  addFilter(weights: Float32Array, depth: number): Address;
  /** @param depth channels of a pixel in the strip; those beyond the product's own meet zeros */
  addProduct(product: Product, depth: number): { readonly weights: Address; readonly groups: number };
}

const NUMBER_BYTES = 4;
/** A cache line, and more than what SIMD asks for. */
const ALIGNMENT = 64;
/** Output channels that multiply.ts takes at once. */
const GROUP = 8;

export function createNetMemory(buffer: ArrayBuffer, free: Address): NetMemory {
  const numbers = new Float32Array(buffer);
  const fieldsOf = new Uint32Array(buffer);
  let next = free;

  const reserve = (bytes: number): Address => {
    const address = Math.ceil(next / ALIGNMENT) * ALIGNMENT;
    next = address + bytes;
    if (next > buffer.byteLength)
      throw new Error(`expected ${next} bytes of memory, got ${buffer.byteLength}`);
    return address;
  };
  const addRecord = (fields: readonly number[]): Address => {
    const address = reserve(fields.length * NUMBER_BYTES);
    fieldsOf.set(fields, address / NUMBER_BYTES);
    return address;
  };

  return {
    numbers,
    reserve,
    addRecord,

    addMap({ side, pitch, border: [before, after] }) {
      const wholeSide = before + side + after;
      const pixel = pitch * NUMBER_BYTES;
      const row = wholeSide * pixel;
      const first = reserve(wholeSide * row) + before * (row + pixel);
      return { record: addRecord([first, pixel, row, side]), first, pixel, row, side };
    },

    addFilter(weights, depth) {
      const channels = weights.length / 9;
      const address = reserve(9 * depth * NUMBER_BYTES);
      for (let tap = 0; tap < 9; tap++) {
        const ofTap = weights.subarray(tap * channels, (tap + 1) * channels);
        numbers.set(ofTap, address / NUMBER_BYTES + tap * depth);
      }
      return address;
    },

    addProduct({ weights, biases }, depth) {
      const outputs = biases.length;
      const inputs = weights.length / outputs;
      const groups = Math.ceil(outputs / GROUP);
      const address = reserve(groups * (1 + depth) * GROUP * NUMBER_BYTES);
      for (let output = 0; output < outputs; output++) {
        const group = Math.floor(output / GROUP);
        const bias = address / NUMBER_BYTES + group * (1 + depth) * GROUP + (output % GROUP);
        numbers[bias] = biases[output]!;
        for (let input = 0; input < inputs; input++) {
          numbers[bias + (1 + input) * GROUP] = weights[input * outputs + output]!;
        }
      }
      return { weights: address, groups };
    },
  };
}
