/** Frames for unit tests: any layout, any size, seeded contents. Owns nothing else. */

import type { FrameColor } from '../../src/render/paint/planes/yuv.ts';
import type { FramePixels, PixelFormat } from '../../src/shared/engine-protocol.ts';

export const FORMATS: readonly PixelFormat[] = ['I420', 'NV12', 'RGBA', 'RGBX', 'BGRA', 'BGRX'];

export interface FrameOptions extends Partial<FrameColor> {
  readonly format: PixelFormat;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A frame whose planes have gaps at the ends of rows, as camera frames may, and pseudo-random bytes. */
export function noiseFrame({
  format,
  widthPx,
  heightPx,
  matrix = 'bt709',
  fullRange = false,
}: FrameOptions): FramePixels {
  const rows = planeRows(format, widthPx, heightPx);
  let offset = 5;
  const planes = rows.map(([bytes, count]) => {
    const plane = { offset, stride: bytes + 3 };
    offset += plane.stride * count;
    return plane;
  });
  const bytes = new Uint8Array(offset + 7);
  let state = 12345;
  for (let at = 0; at < bytes.length; at += 1) {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return { format, widthPx, heightPx, planes, matrix, fullRange, data: bytes.buffer };
}

/** Bytes a row and number of rows of each plane. */
function planeRows(format: PixelFormat, widthPx: number, heightPx: number): [number, number][] {
  const chroma = [Math.ceil(widthPx / 2), Math.ceil(heightPx / 2)] as const;
  switch (format) {
    case 'I420':
      return [
        [widthPx, heightPx],
        [chroma[0], chroma[1]],
        [chroma[0], chroma[1]],
      ];
    case 'NV12':
      return [
        [widthPx, heightPx],
        [2 * chroma[0], chroma[1]],
      ];
    default:
      return [[4 * widthPx, heightPx]];
  }
}

/** Y, U, V or R, G, B of one pixel. */
export function pixelAt(pixels: FramePixels, x: number, y: number): [number, number, number] {
  const bytes = new Uint8Array(pixels.data);
  const at = (plane: number, column: number, row: number) =>
    bytes[pixels.planes[plane]!.offset + row * pixels.planes[plane]!.stride + column]!;
  switch (pixels.format) {
    case 'I420':
      return [at(0, x, y), at(1, x >> 1, y >> 1), at(2, x >> 1, y >> 1)];
    case 'NV12':
      return [at(0, x, y), at(1, 2 * (x >> 1), y >> 1), at(1, 2 * (x >> 1) + 1, y >> 1)];
    case 'RGBA':
    case 'RGBX':
      return [at(0, 4 * x, y), at(0, 4 * x + 1, y), at(0, 4 * x + 2, y)];
    default:
      return [at(0, 4 * x + 2, y), at(0, 4 * x + 1, y), at(0, 4 * x, y)];
  }
}

export function copyFrame(pixels: FramePixels): FramePixels {
  return { ...pixels, data: pixels.data.slice(0) };
}
