/**
 * One grey plane through a turned square: every output pixel is the mean of a regular grid of taps in its own
 * square of the plane. Owns the inner loop of sampling; colour is in sample.ts.
 */
import { INPUT_SIDE } from './anchors.ts';
import type { Crop } from './crop.ts';
import type { PlaneView } from './pixel-formats.ts';

/** Taps are at most this many plane pixels apart. */
const TAP_SPACING = 1;
const BILINEAR_BELOW = 2;

/** 16.16 fixed point: an integer add and a shift a tap. Frames stay below 32,768 pixels. */
const FRACTION_BITS = 16;
const ONE = 1 << FRACTION_BITS;

/** Fills INPUT_SIDE x INPUT_SIDE means, row by row. Taps outside the plane count as its black. */
export function samplePlane(view: PlaneView, crop: Crop, out: Float32Array): void {
  const scale = crop.sidePx / view.subsampling / INPUT_SIDE;
  const taps = Math.max(1, Math.ceil(scale / TAP_SPACING));
  const spacing = scale / taps;
  const stepX = Math.cos(crop.angleRadians) * spacing;
  const stepY = Math.sin(crop.angleRadians) * spacing;
  // Centre of the first tap: half the square up and left, half a tap back.
  const first = -(INPUT_SIDE * taps - 1) / 2;
  const startX = crop.centreXPx / view.subsampling + first * (stepX - stepY);
  const startY = crop.centreYPx / view.subsampling + first * (stepY + stepX);
  const line = scale < BILINEAR_BELOW ? addBilinearLine : addNearestLine;

  out.fill(0);
  for (let row = 0; row < INPUT_SIDE * taps; row++) {
    const at = Math.floor(row / taps) * INPUT_SIDE;
    line(view, taps, startX - row * stepY, startY + row * stepX, stepX, stepY, out, at);
  }
  const share = 1 / (taps * taps);
  for (let i = 0; i < out.length; i++) out[i]! *= share;
}

function addNearestLine(
  { bytes, offset, stride, step, width, height, black }: PlaneView,
  taps: number,
  startX: number,
  startY: number,
  dx: number,
  dy: number,
  out: Float32Array,
  at: number,
): void {
  let x = Math.round(startX * ONE);
  let y = Math.round(startY * ONE);
  const stepX = Math.round(dx * ONE);
  const stepY = Math.round(dy * ONE);
  for (let i = 0; i < INPUT_SIDE; i++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const column = x >> FRACTION_BITS;
      const row = y >> FRACTION_BITS;
      sum +=
        column >>> 0 < width && row >>> 0 < height ? bytes[offset + row * stride + column * step]! : black;
      x = (x + stepX) | 0;
      y = (y + stepY) | 0;
    }
    out[at + i]! += sum;
  }
}

function addBilinearLine(
  { bytes, offset, stride, step, width, height, black }: PlaneView,
  taps: number,
  startX: number,
  startY: number,
  dx: number,
  dy: number,
  out: Float32Array,
  at: number,
): void {
  let x = startX - 0.5;
  let y = startY - 0.5;
  for (let i = 0; i < INPUT_SIDE; i++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const column = Math.floor(x);
      const row = Math.floor(y);
      if (column >= 0 && column < width - 1 && row >= 0 && row < height - 1) {
        const p = offset + row * stride + column * step;
        const fx = x - column;
        const top = bytes[p]! + fx * (bytes[p + step]! - bytes[p]!);
        const q = p + stride;
        const bottom = bytes[q]! + fx * (bytes[q + step]! - bytes[q]!);
        sum += top + (y - row) * (bottom - top);
      } else {
        const c = Math.round(x),
          r = Math.round(y);
        sum += c >= 0 && c < width && r >= 0 && r < height ? bytes[offset + r * stride + c * step]! : black;
      }
      x += dx;
      y += dy;
    }
    out[at + i]! += sum;
  }
}
