/** Single pixels of a frame as colours, whatever its layout. Owns nothing. */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { channelsOf } from './channels.ts';
import { yuvMatrix, yuvToRgb } from './yuv.ts';

/** Writes the colour at a place, in pixels, into `rgb`. */
export type ReadColor = (xPx: number, yPx: number, rgb: Float64Array) => void;

/** R, G, B in 0..1 of single pixels, for any layout. */
export function createColorReader(pixels: FramePixels): ReadColor {
  const bytes = new Uint8Array(pixels.data);
  const channels = channelsOf(pixels);
  const at = (channel: number, xPx: number, yPx: number) => {
    const { offset, stride, step, shift } = channels[channel]!;
    return bytes[offset + (Math.floor(yPx) >> shift) * stride + (Math.floor(xPx) >> shift) * step]!;
  };
  if (pixels.format === 'I420' || pixels.format === 'NV12') {
    const matrix = yuvMatrix(pixels);
    return (x, y, rgb) => {
      yuvToRgb(matrix, at(0, x, y), at(1, x, y), at(2, x, y), rgb);
      for (let channel = 0; channel < 3; channel += 1) {
        rgb[channel] = Math.min(1, Math.max(0, rgb[channel]!));
      }
    };
  }
  const swapped = pixels.format === 'BGRA' || pixels.format === 'BGRX';
  return (x, y, rgb) => {
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[channel] = at(swapped ? 2 - channel : channel, x, y) / 255;
    }
  };
}
