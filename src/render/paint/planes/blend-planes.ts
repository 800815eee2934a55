/**
 * Lays a drawn picture over a region of a frame, in place. Owns the arithmetic for every pixel layout;
 * nothing outside the region is touched, and where the picture is clear not a bit changes.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { Region } from '../heads/region.ts';
import { yuvMatrix } from './yuv.ts';

/** RGBA pixels, premultiplied, rows from the bottom up. */
export interface DrawnPixels {
  readonly rgba: Uint8Array;
  /** Length of a row in pixels; the region may be one of several side by side. */
  readonly strideRowPx: number;
  /** Column of rgba where the region begins; its bottom row is row 0. */
  readonly columnPx: number;
}

/** Fixed point: products of two bytes fit 32 bits with room for the sum of three. */
const ONE = 65536;
const HALF = 32768;
/** Turns a byte times 0..255 into ONE's scale: 65535 / 255. */
const BYTE = 257;

/**
 * Blends the region's picture over the frame (source over destination, in the frame's own gamma).
 * @throws Error when the region does not lie in the frame or begins on odd pixels.
 */
export function blendPlanes(pixels: FramePixels, region: Region, drawn: DrawnPixels): void {
  checkRegion(pixels, region);
  switch (pixels.format) {
    case 'I420':
    case 'NV12':
      blendYuv(pixels, region, drawn);
      return;
    default:
      blendPacked(pixels, region, drawn);
  }
}

function blendYuv(pixels: FramePixels, region: Region, drawn: DrawnPixels): void {
  const bytes = new Uint8Array(pixels.data);
  const { y, u, v, yOffset } = yuvMatrix(pixels);
  const toFixed = (value: number) => Math.round(value * ONE);
  const [yr, yg, yb] = y.map(toFixed) as [number, number, number];
  // Chroma is blended from the sum over four pixels.
  const [ur, ug, ub] = u.map((value) => Math.round((value * ONE) / 4)) as [number, number, number];
  const [vr, vg, vb] = v.map((value) => Math.round((value * ONE) / 4)) as [number, number, number];
  const yBlack = yOffset * BYTE;
  const chromaGrey = (128 * BYTE) / 4;

  const interleaved = pixels.format === 'NV12';
  const lumaPlane = pixels.planes[0]!;
  const uPlane = pixels.planes[1]!;
  const vPlane = interleaved ? { offset: uPlane.offset + 1, stride: uPlane.stride } : pixels.planes[2]!;
  const chromaStep = interleaved ? 2 : 1;

  const { rgba, strideRowPx, columnPx } = drawn;
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2);
  const { xPx, yPx, widthPx, heightPx } = region;

  for (let row = 0; row < heightPx; row += 2) {
    // On an odd last row or column the missing neighbour is the pixel itself.
    const upper = (heightPx - 1 - row) * strideRowPx + columnPx;
    const lower = row + 1 < heightPx ? upper - strideRowPx : upper;
    const lumaUpper = lumaPlane.offset + (yPx + row) * lumaPlane.stride + xPx;
    const lumaLower = row + 1 < heightPx ? lumaUpper + lumaPlane.stride : -1;
    const chromaRow = (yPx + row) >> 1;
    const uRow = uPlane.offset + chromaRow * uPlane.stride + (xPx >> 1) * chromaStep;
    const vRow = vPlane.offset + chromaRow * vPlane.stride + (xPx >> 1) * chromaStep;

    for (let column = 0; column < widthPx; column += 2) {
      const right = column + 1 < widthPx ? 1 : 0;
      const a = words[upper + column]!;
      const b = words[upper + column + right]!;
      const c = words[lower + column]!;
      const d = words[lower + column + right]!;
      if ((a | b | c | d) === 0) continue;

      let at = lumaUpper + column;
      if (a !== 0) bytes[at] = blendLuma(a, bytes[at]!);
      if (right !== 0 && b !== 0) bytes[at + 1] = blendLuma(b, bytes[at + 1]!);
      if (lumaLower >= 0) {
        at = lumaLower + column;
        if (c !== 0) bytes[at] = blendLuma(c, bytes[at]!);
        if (right !== 0 && d !== 0) bytes[at + 1] = blendLuma(d, bytes[at + 1]!);
      }

      const red = (a & 255) + (b & 255) + (c & 255) + (d & 255);
      const green = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
      const blue = ((a >>> 16) & 255) + ((b >>> 16) & 255) + ((c >>> 16) & 255) + ((d >>> 16) & 255);
      const alpha = (a >>> 24) + (b >>> 24) + (c >>> 24) + (d >>> 24);
      const keep = ((1020 - alpha) * BYTE) / 4;
      const grey = alpha * chromaGrey + HALF;
      const step = (column >> 1) * chromaStep;
      bytes[uRow + step] = clampByte(
        (ur * red + ug * green + ub * blue + grey + bytes[uRow + step]! * keep) >> 16,
      );
      bytes[vRow + step] = clampByte(
        (vr * red + vg * green + vb * blue + grey + bytes[vRow + step]! * keep) >> 16,
      );
    }
  }

  function blendLuma(word: number, below: number): number {
    const alpha = word >>> 24;
    return (
      (yr * (word & 255) +
        yg * ((word >>> 8) & 255) +
        yb * ((word >>> 16) & 255) +
        alpha * yBlack +
        below * (255 - alpha) * BYTE +
        HALF) >>
      16
    );
  }
}

function blendPacked(pixels: FramePixels, region: Region, drawn: DrawnPixels): void {
  const bytes = new Uint8Array(pixels.data);
  const plane = pixels.planes[0]!;
  const swapped = pixels.format === 'BGRA' || pixels.format === 'BGRX';
  const first = swapped ? 16 : 0;
  const third = swapped ? 0 : 16;
  const { rgba, strideRowPx, columnPx } = drawn;
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2);
  const { xPx, yPx, widthPx, heightPx } = region;

  for (let row = 0; row < heightPx; row += 1) {
    const from = (heightPx - 1 - row) * strideRowPx + columnPx;
    let at = plane.offset + (yPx + row) * plane.stride + xPx * 4;
    for (let column = 0; column < widthPx; column += 1, at += 4) {
      const word = words[from + column]!;
      if (word === 0) continue;
      // The camera's picture is opaque, so its alpha stays.
      const keep = (255 - (word >>> 24)) * BYTE;
      bytes[at] = clampByte(((word >>> first) & 255) + ((bytes[at]! * keep + HALF) >> 16));
      bytes[at + 1] = clampByte(((word >>> 8) & 255) + ((bytes[at + 1]! * keep + HALF) >> 16));
      bytes[at + 2] = clampByte(((word >>> third) & 255) + ((bytes[at + 2]! * keep + HALF) >> 16));
    }
  }
}

/** Rounding may leave the range by one where alpha is nearly full. */
function clampByte(value: number): number {
  return Math.min(255, Math.max(0, value));
}

function checkRegion({ widthPx, heightPx }: FramePixels, region: Region): void {
  const inside =
    region.xPx >= 0 &&
    region.yPx >= 0 &&
    region.xPx + region.widthPx <= widthPx &&
    region.yPx + region.heightPx <= heightPx;
  const even = region.xPx % 2 === 0 && region.yPx % 2 === 0;
  if (inside && even) return;
  throw new Error(
    `Region to blend: expected an even corner within ${widthPx}x${heightPx}, received ` +
      `${region.widthPx}x${region.heightPx} at ${region.xPx},${region.yPx}`,
  );
}
