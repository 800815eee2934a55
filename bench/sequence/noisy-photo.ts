/**
 * A photograph before a camera that does not move: the same picture in every frame, with new sensor noise in each.
 * Owns the noise: white, the same on every pixel and channel, as cameras that do not smooth it deliver it.
 */

import { createRandom } from '../../harness/seeded-random.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import type { VideoFrames } from '../video-frames.ts';

/** Standard deviation in steps of 255: a laptop's camera in a lit room. */
const SENSOR_NOISE = 6;
/** A prime, so that the table comes round at another pixel in each row. */
const TABLE_LENGTH = 65537;

/** So many frames of a picture (RGBA), seeded. */
export function createNoisyPhoto(picture: FramePixels, count: number): VideoFrames {
  const random = createRandom(20200103);
  const table = Float32Array.from({ length: TABLE_LENGTH }, () => SENSOR_NOISE * random.normal());
  const clean = new Uint8Array(picture.data);
  return {
    count,
    pixelsAt() {
      const start = Math.floor(random.uniform(0, TABLE_LENGTH));
      // Clamped arrays round and saturate as a sensor does.
      const noisy = new Uint8ClampedArray(clean.length);
      for (let i = 0; i < clean.length; i++) noisy[i] = clean[i]! + table[(start + i) % TABLE_LENGTH]!;
      return { ...picture, data: noisy.buffer };
    },
  };
}
