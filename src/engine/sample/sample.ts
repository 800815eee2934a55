/**
 * Pixels -> the net's input: reads a turned square out of a frame, averaging areas when it shrinks.
 * Owns the order (rows into the kernels' memory, planes to means, means to colours); the loops are in kernels/sampler.
 */
import type { FramePixels } from '../../shared/engine-protocol.ts';
import { INPUT_SIDE } from '../net/anchors.ts';
import type { Crop } from './crop.ts';
import { type PlaneView, planeViews, toRgbCoefficients } from './pixel-formats.ts';
import { gridOfTaps, rowsWithTaps } from './sample-plane.ts';

export interface Sampler {
  /**
   * The crop as INPUT_SIDE x INPUT_SIDE x (r, g, b), each value/127.5 - 1; black outside the frame.
   * The array is the sampler's own: the next call overwrites it, or takes it away.
   */
  sample(pixels: FramePixels, crop: Crop): Float32Array;
}

/** What kernels/sampler/index.ts exports; records, means, matrix and picture are addresses in its memory. */
interface SamplerKernels {
  readonly memory: WebAssembly.Memory;
  readonly FREE: WebAssembly.Global<'i32'>;
  sampleNearest(plane: number, grid: number): void;
  sampleInterpolated(plane: number, grid: number): void;
  toPicture(means: number, matrix: number, picture: number): void;
}

const CHANNELS = 3;
const MEANS_BYTES = INPUT_SIDE * INPUT_SIDE * 4;
const PAGE_BYTES = 65_536;
/** Room for one record or the matrix: a cache line. */
const RECORD_BYTES = 64;

/** The memory grows with the frame: what of it a crop covers is copied in. */
export function createSampler(instance: WebAssembly.Instance): Sampler {
  const kernels = instance.exports as unknown as SamplerKernels;
  const { memory } = kernels;
  const planeRecord = Math.ceil(kernels.FREE.value / RECORD_BYTES) * RECORD_BYTES;
  const gridRecord = planeRecord + RECORD_BYTES;
  const matrix = gridRecord + RECORD_BYTES;
  const means = matrix + RECORD_BYTES;
  const picture = means + CHANNELS * MEANS_BYTES;
  const frame = picture + CHANNELS * MEANS_BYTES;

  const reserve = (bytes: number): void => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  };

  const samplePlane = (plane: PlaneView, first: number, crop: Crop, channel: number): void => {
    const { stride, step, width, height, black } = plane;
    const { startX, startY, stepX, stepY, taps, reading } = gridOfTaps(plane, crop);
    const ofChannel = means + channel * MEANS_BYTES;
    new Int32Array(memory.buffer, planeRecord).set([first, stride, step, width, height, black, ofChannel]);
    new Float64Array(memory.buffer, gridRecord).set([startX, startY, stepX, stepY]);
    new Int32Array(memory.buffer, gridRecord + 4 * 8).set([taps]);
    if (reading === 'nearest') kernels.sampleNearest(planeRecord, gridRecord);
    else kernels.sampleInterpolated(planeRecord, gridRecord);
  };

  reserve(frame);
  return {
    sample(pixels, crop) {
      if (!(crop.sidePx > 0)) throw new Error(`expected a crop with a side above 0, got ${crop.sidePx}`);
      const planes = planeViews(pixels);
      let next = frame;
      // Channels that share their rows (all of RGBA, both of NV12's chroma) share the copy.
      const copies = new Map<number, number>();
      for (const [channel, plane] of planes.entries()) {
        const { index, bytes, offset, stride } = plane;
        const planeOffset = pixels.planes[index]!.offset;
        let first = copies.get(index);
        if (first === undefined) {
          const [from, to] = rowsWithTaps(plane, crop);
          const rows = bytes.subarray(planeOffset + from * stride, planeOffset + to * stride);
          reserve(next + rows.length);
          new Uint8Array(memory.buffer, next).set(rows);
          first = next - from * stride;
          copies.set(index, first);
          next += rows.length;
        }
        samplePlane(plane, first + offset - planeOffset, crop, channel);
      }
      // -1..1 instead of 0..255, folded into the matrix.
      const coefficients = toRgbCoefficients(pixels).map((value, i) => value / 127.5 - (i % 4 === 3 ? 1 : 0));
      new Float32Array(memory.buffer, matrix).set(coefficients);
      kernels.toPicture(means, matrix, picture);
      return new Float32Array(memory.buffer, picture, INPUT_SIDE * INPUT_SIDE * CHANNELS);
    },
  };
}
