/**
 * Pixels -> the net's input: reads a turned square out of a frame, averaging areas when it shrinks.
 * Owns resampling and colour conversion; where to look is in crop.ts. The same code runs in the browser and in Node.
 */
import type { FramePixels } from '../shared/engine-protocol.ts';
import { INPUT_SIDE } from './anchors.ts';
import type { Crop } from './crop.ts';
import { planeViews, toRgbCoefficients } from './pixel-formats.ts';
import { hasSameLayout, samplePlanes } from './sample-plane.ts';

export interface Sampler {
  /**
   * The crop as INPUT_SIDE x INPUT_SIDE x (r, g, b), each value/127.5 - 1; black outside the frame.
   * The array is the sampler's own and is overwritten by the next call.
   */
  sample(pixels: FramePixels, crop: Crop): Float32Array;
}

/** Buffers are made once, here: nothing is allocated a frame. */
export function createSampler(): Sampler {
  const area = INPUT_SIDE * INPUT_SIDE;
  const channels = [new Float32Array(area), new Float32Array(area), new Float32Array(area)] as const;
  const [first, second, third] = channels;
  const input = new Float32Array(area * 3);
  return {
    sample(pixels, crop) {
      if (!(crop.sidePx > 0)) throw new Error(`expected a crop with a side above 0, got ${crop.sidePx}`);
      let left = planeViews(pixels).map((plane, i) => ({ plane, means: channels[i]! }));
      while (left.length > 0) {
        const same = left.filter(({ plane }) => hasSameLayout(plane, left[0]!.plane));
        left = left.filter((other) => !same.includes(other));
        samplePlanes(
          same.map(({ plane }) => plane),
          crop,
          same.map(({ means }) => means),
        );
      }
      // -1..1 instead of 0..255, folded into the matrix.
      const [ra = 0, rb = 0, rc = 0, r1 = 0, ga = 0, gb = 0, gc = 0, g1 = 0, ba = 0, bb = 0, bc = 0, b1 = 0] =
        toRgbCoefficients(pixels).map((value) => value / 127.5);
      for (let i = 0, out = 0; i < area; i++) {
        const a = first[i]!;
        const b = second[i]!;
        const c = third[i]!;
        input[out++] = clamp(ra * a + rb * b + rc * c + r1 - 1);
        input[out++] = clamp(ga * a + gb * b + gc * c + g1 - 1);
        input[out++] = clamp(ba * a + bb * b + bc * c + b1 - 1);
      }
      return input;
    },
  };
}

/** YUV holds colours that RGB does not. */
function clamp(value: number): number {
  return value < -1 ? -1 : value > 1 ? 1 : value;
}
