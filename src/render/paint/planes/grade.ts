/**
 * Applies a baked grade to a whole frame, in place. Owns the loops for every pixel layout.
 * 1280x720 is 0.9 million luma and 0.2 million chroma samples, so a sample may cost only nanoseconds.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { FrameKind } from '../../../shared/preparer-protocol.ts';
import type { GradeTable } from '../../prepared-parts.ts';
import { yuvMatrix } from './yuv.ts';

/** YUV frames are looked up as they are; RGB frames (a rare fallback) go through full-range BT.601 and back. */
export function gradePlanes(pixels: FramePixels, table: GradeTable): void {
  if (pixels.format === 'I420' || pixels.format === 'NV12') gradeYuv(pixels, table);
  else gradePacked(pixels, table);
}

/** What a look must be prepared for to suit a frame. */
export function frameKindOf({ format, widthPx, heightPx, matrix, fullRange }: FramePixels): FrameKind {
  return format === 'I420' || format === 'NV12'
    ? { widthPx, heightPx, matrix, fullRange }
    : { widthPx, heightPx, matrix: 'bt601', fullRange: true };
}

function gradeYuv(pixels: FramePixels, { luma, chroma }: GradeTable): void {
  const bytes = new Uint8Array(pixels.data);
  const { widthPx, heightPx } = pixels;
  const interleaved = pixels.format === 'NV12';
  const lumaPlane = pixels.planes[0]!;
  const uPlane = pixels.planes[1]!;
  const vPlane = interleaved ? { offset: uPlane.offset + 1, stride: uPlane.stride } : pixels.planes[2]!;
  const chromaStep = interleaved ? 2 : 1;
  const stride = lumaPlane.stride;

  for (let row = 0; row < heightPx; row += 2) {
    // An odd last row has no second one: it is paired with itself, and written once.
    const below = row + 1 < heightPx ? stride : 0;
    let at = lumaPlane.offset + row * stride;
    let uAt = uPlane.offset + (row >> 1) * uPlane.stride;
    let vAt = vPlane.offset + (row >> 1) * vPlane.stride;
    for (let column = 0; column < widthPx; column += 2, at += 2, uAt += chromaStep, vAt += chromaStep) {
      const u = bytes[uAt]!;
      const v = bytes[vAt]!;
      const right = column + 1 < widthPx ? 1 : 0;
      const y00 = bytes[at]!;
      const y01 = bytes[at + right]!;
      const y10 = bytes[at + below]!;
      const y11 = bytes[at + below + right]!;
      const base = ((u >> 2) << 14) | ((v >> 2) << 8);
      bytes[at] = luma[base | y00]!;
      bytes[at + right] = luma[base | y01]!;
      bytes[at + below] = luma[base | y10]!;
      bytes[at + below + right] = luma[base | y11]!;
      const graded = chroma[(((y00 + y01 + y10 + y11) >> 5) << 14) | ((u >> 1) << 7) | (v >> 1)]!;
      bytes[uAt] = graded & 255;
      bytes[vAt] = graded >> 8;
    }
  }
}

function gradePacked(pixels: FramePixels, { luma, chroma, color }: GradeTable): void {
  const bytes = new Uint8ClampedArray(pixels.data);
  const { y: toY, u: toU, v: toV, kr, kb } = yuvMatrix(color);
  const redFromV = 2 * (1 - kr);
  const blueFromU = 2 * (1 - kb);
  const kg = 1 - kr - kb;
  const plane = pixels.planes[0]!;
  const swapped = pixels.format === 'BGRA' || pixels.format === 'BGRX';
  const redAt = swapped ? 2 : 0;
  const blueAt = 2 - redAt;
  for (let row = 0; row < pixels.heightPx; row += 1) {
    const start = plane.offset + row * plane.stride;
    for (let at = start; at < start + 4 * pixels.widthPx; at += 4) {
      const red = bytes[at + redAt]!;
      const green = bytes[at + 1]!;
      const blue = bytes[at + blueAt]!;
      const y = (toY[0] * red + toY[1] * green + toY[2] * blue + 0.5) | 0;
      // Pure colours reach 255.5.
      const u = Math.min(255, (toU[0] * red + toU[1] * green + toU[2] * blue + 128.5) | 0);
      const v = Math.min(255, (toV[0] * red + toV[1] * green + toV[2] * blue + 128.5) | 0);
      const gradedY = luma[((u >> 2) << 14) | ((v >> 2) << 8) | y]!;
      const graded = chroma[((y >> 3) << 14) | ((u >> 1) << 7) | (v >> 1)]!;
      const gradedRed = gradedY + redFromV * ((graded >> 8) - 128);
      const gradedBlue = gradedY + blueFromU * ((graded & 255) - 128);
      bytes[at + redAt] = gradedRed;
      bytes[at + 1] = (gradedY - kr * gradedRed - kb * gradedBlue) / kg;
      bytes[at + blueAt] = gradedBlue;
    }
  }
}
