/**
 * Lays a photo into a frame along an affine map: bilinear inside, and its border fanned out into a blur beyond it,
 * so that the photo may be smaller than the frame. Pure pixels; which map a frame has is motion.ts.
 */
import type { Picture } from './frame-number.ts';
import { type Affine, type FrameSize, invert } from './motion.ts';

/** A new picture of the given size, showing the photo under photoToFrame. */
export function warpPhoto(photo: Picture, photoToFrame: Affine, { widthPx, heightPx }: FrameSize): Picture {
  const [a, b, c, d, e, f] = invert(photoToFrame);
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      // Pixel centres are at half coordinates in the frame and in the photo.
      const u = a * (x + 0.5) + c * (y + 0.5) + e - 0.5;
      const v = b * (x + 0.5) + d * (y + 0.5) + f - 0.5;
      sampleInto(rgba, (y * widthPx + x) * 4, photo, u, v);
    }
  }
  return { widthPx, heightPx, rgba };
}

function sampleInto(rgba: Uint8Array, at: number, photo: Picture, u: number, v: number): void {
  const inU = Math.min(Math.max(u, 0), photo.widthPx - 1);
  const inV = Math.min(Math.max(v, 0), photo.heightPx - 1);
  const outside = Math.max(Math.abs(u - inU), Math.abs(v - inV));
  if (outside > 1) fanInto(rgba, at, photo, inU, inV, outside);
  else bilinearInto(rgba, at, photo, inU, inV);
  rgba[at + 3] = 255;
}

function bilinearInto(rgba: Uint8Array, at: number, photo: Picture, u: number, v: number): void {
  const x0 = Math.floor(u);
  const y0 = Math.floor(v);
  const across = u - x0;
  const down = v - y0;
  const row0 = y0 * photo.widthPx;
  const row1 = Math.min(y0 + 1, photo.heightPx - 1) * photo.widthPx;
  const x1 = Math.min(x0 + 1, photo.widthPx - 1);
  const source = photo.rgba;
  for (let channel = 0; channel < 3; channel++) {
    const upper =
      source[(row0 + x0) * 4 + channel]! * (1 - across) + source[(row0 + x1) * 4 + channel]! * across;
    const lower =
      source[(row1 + x0) * 4 + channel]! * (1 - across) + source[(row1 + x1) * 4 + channel]! * across;
    rgba[at + channel] = upper * (1 - down) + lower * down + 0.5;
  }
}

/** The mean of the nearest border, over a stretch as wide as the point lies outside: a defocused continuation. */
function fanInto(rgba: Uint8Array, at: number, photo: Picture, u: number, v: number, outside: number): void {
  const { top, bottom, left, right } = getBorderSums(photo);
  const isRow = v === 0 || v === photo.heightPx - 1;
  const sums = isRow ? (v === 0 ? top : bottom) : u === 0 ? left : right;
  const last = (isRow ? photo.widthPx : photo.heightPx) - 1;
  const centre = isRow ? u : v;
  const from = Math.max(0, Math.round(centre - outside));
  const to = Math.min(last, Math.round(centre + outside)) + 1;
  for (let channel = 0; channel < 3; channel++) {
    rgba[at + channel] = (sums[to * 3 + channel]! - sums[from * 3 + channel]!) / (to - from) + 0.5;
  }
}

/** Running sums of red, green and blue along each border: entry n is the sum of its first n pixels. */
interface BorderSums {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

const borderSums = new WeakMap<Picture, BorderSums>();

function getBorderSums(photo: Picture): BorderSums {
  const known = borderSums.get(photo);
  if (known) return known;
  const { widthPx, heightPx, rgba } = photo;
  const sumAlong = (length: number, pixelAt: (i: number) => number) => {
    const sums = new Float64Array((length + 1) * 3);
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < 3; c++) sums[(i + 1) * 3 + c] = sums[i * 3 + c]! + rgba[pixelAt(i) * 4 + c]!;
    }
    return sums;
  };
  const sums = {
    top: sumAlong(widthPx, (i) => i),
    bottom: sumAlong(widthPx, (i) => (heightPx - 1) * widthPx + i),
    left: sumAlong(heightPx, (i) => i * widthPx),
    right: sumAlong(heightPx, (i) => i * widthPx + widthPx - 1),
  };
  borderSums.set(photo, sums);
  return sums;
}

/** A smaller picture by the mean of whole blocks of factor x factor pixels; a rest at the right and bottom is dropped. */
export function shrink(picture: Picture, factor: number): Picture {
  const widthPx = Math.floor(picture.widthPx / factor);
  const heightPx = Math.floor(picture.heightPx / factor);
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let j = 0; j < factor; j++) {
          const row = (y * factor + j) * picture.widthPx + x * factor;
          for (let i = 0; i < factor; i++) sum += picture.rgba[(row + i) * 4 + channel]!;
        }
        rgba[(y * widthPx + x) * 4 + channel] = sum / (factor * factor) + 0.5;
      }
    }
  }
  return { widthPx, heightPx, rgba };
}
