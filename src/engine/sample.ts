/**
 * Pixels -> the net's input: reads a turned square out of a frame, averaging areas when it shrinks.
 * Owns resampling and colour conversion; where to look is in crop.ts. The same code runs in the browser and in Node.
 */
import type { FramePixels } from '../shared/engine-protocol.ts';
import { INPUT_SIDE } from './anchors.ts';
import type { Crop } from './crop.ts';
import { planeViews, toRgbCoefficients } from './pixel-formats.ts';
import { samplePlane } from './sample-plane.ts';

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
      for (const [i, view] of planeViews(pixels).entries()) samplePlane(view, crop, channels[i]!);
      const m = toRgbCoefficients(pixels);
      for (let i = 0, out = 0; i < area; i++) {
        const a = first[i]!;
        const b = second[i]!;
        const c = third[i]!;
        input[out++] = normalize(m[0]! * a + m[1]! * b + m[2]! * c + m[3]!);
        input[out++] = normalize(m[4]! * a + m[5]! * b + m[6]! * c + m[7]!);
        input[out++] = normalize(m[8]! * a + m[9]! * b + m[10]! * c + m[11]!);
      }
      return input;
    },
  };
}

/** 0..255 -> -1..1. Clamped, because YUV holds colours that RGB does not. */
function normalize(value: number): number {
  return value <= 0 ? -1 : value >= 255 ? 1 : value / 127.5 - 1;
}
