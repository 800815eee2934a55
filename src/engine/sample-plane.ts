/**
 * One grey plane through a turned square: every output pixel is the mean of a regular grid of taps in its own
 * square of the plane. Owns the inner loops of sampling; colour is in sample.ts.
 */
import { INPUT_SIDE } from './anchors.ts';
import type { Crop } from './crop.ts';
import type { PlaneView } from './pixel-formats.ts';

/**
 * Taps are at most this many plane pixels apart. Closer costs time, farther costs noise: for sensor noise of 5 of 255
 * and a face a third of the frame wide, keypoints of a still picture move by 0.33, 0.38, 0.54 % of the distance
 * between the eyes at 1, 1.5, 2.
 */
const TAP_SPACING = 1.5;

/** Below this many plane pixels an output pixel the taps are few enough for their rounding to show: interpolate. */
const INTERPOLATE_BELOW = 2;

/** 16.16 fixed point: one integer add and one shift a tap. Planes stay below 32,768 pixels a side. */
const FRACTION_BITS = 16;
const ONE = 1 << FRACTION_BITS;

/** A straight row of taps across the whole crop, in plane pixels (pixel k covers k..k+1). */
interface TapLine {
  x: number;
  y: number;
  readonly stepX: number;
  readonly stepY: number;
  /** Taps an output pixel. */
  readonly taps: number;
}

/**
 * Fills INPUT_SIDE x INPUT_SIDE means, row by row. Taps outside the plane count as its black, as in MediaPipe's
 * own preparation (BORDER_ZERO).
 */
export function samplePlane(plane: PlaneView, crop: Crop, means: Float32Array): void {
  const scale = crop.sidePx / plane.subsampling / INPUT_SIDE;
  const taps = Math.ceil(scale / TAP_SPACING);
  const stepX = (Math.cos(crop.angleRadians) * scale) / taps;
  const stepY = (Math.sin(crop.angleRadians) * scale) / taps;
  // From the centre to the first tap: half the square up and left, less half a tap.
  const first = -(INPUT_SIDE * taps - 1) / 2;
  const startX = crop.centreXPx / plane.subsampling + first * (stepX - stepY);
  const startY = crop.centreYPx / plane.subsampling + first * (stepY + stepX);
  const addLine = scale < INTERPOLATE_BELOW ? addInterpolatedLine : addNearestLine;

  // Sums of (value - black): a line outside the plane then adds nothing and is not walked.
  means.fill(0);
  const line: TapLine = { x: startX, y: startY, stepX, stepY, taps };
  for (let row = 0; row < INPUT_SIDE * taps; row++) {
    line.x = startX - row * stepY;
    line.y = startY + row * stepX;
    addLine(plane, line, means, Math.floor(row / taps) * INPUT_SIDE);
  }
  const share = 1 / (taps * taps);
  for (let i = 0; i < means.length; i++) means[i] = plane.black + means[i]! * share;
}

function addNearestLine(plane: PlaneView, line: TapLine, sums: Float32Array, at: number): void {
  const { bytes, offset, stride, step, black } = plane;
  const { taps } = line;
  const stepX = Math.round(line.stepX * ONE);
  const stepY = Math.round(line.stepY * ONE);
  const startX = Math.round(line.x * ONE);
  const startY = Math.round(line.y * ONE);
  const [firstX, endX] = tapsInside(startX, stepX, plane.width * ONE, INPUT_SIDE * taps);
  const [firstY, endY] = tapsInside(startY, stepY, plane.height * ONE, INPUT_SIDE * taps);
  const end = Math.min(endX, endY);
  let tap = Math.max(firstX, firstY);
  let x = startX + tap * stepX;
  let y = startY + tap * stepY;
  while (tap < end) {
    const pixel = Math.floor(tap / taps);
    const stop = Math.min(end, (pixel + 1) * taps);
    let sum = black * (tap - stop);
    for (; tap < stop; tap++) {
      sum += bytes[offset + Math.imul(y >> FRACTION_BITS, stride) + Math.imul(x >> FRACTION_BITS, step)]!;
      x = (x + stepX) | 0;
      y = (y + stepY) | 0;
    }
    sums[at + pixel]! += sum;
  }
}

function addInterpolatedLine(plane: PlaneView, line: TapLine, sums: Float32Array, at: number): void {
  const { bytes, offset, stride, step, black } = plane;
  const { taps, stepX, stepY } = line;
  const [firstX, endX] = tapsInside(line.x, stepX, plane.width, INPUT_SIDE * taps);
  const [firstY, endY] = tapsInside(line.y, stepY, plane.height, INPUT_SIDE * taps);
  const end = Math.min(endX, endY);
  const right = plane.width - 1;
  const bottom = plane.height - 1;
  for (let tap = Math.max(firstX, firstY); tap < end; tap++) {
    // Pixel centres lie at halves; the border's half pixels repeat the border.
    const x = Math.min(right, Math.max(0, line.x + tap * stepX - 0.5));
    const y = Math.min(bottom, Math.max(0, line.y + tap * stepY - 0.5));
    const column = Math.floor(x);
    const row = Math.floor(y);
    const across = column < right ? step : 0;
    const topLeft = offset + row * stride + column * step;
    const bottomLeft = topLeft + (row < bottom ? stride : 0);
    const upper = bytes[topLeft]! + (x - column) * (bytes[topLeft + across]! - bytes[topLeft]!);
    const lower = bytes[bottomLeft]! + (x - column) * (bytes[bottomLeft + across]! - bytes[bottomLeft]!);
    sums[at + Math.floor(tap / taps)]! += upper + (y - row) * (lower - upper) - black;
  }
}

/** The taps k with 0 <= start + k * step < limit: from the first to one past the last, within 0..count. */
function tapsInside(start: number, step: number, limit: number, count: number): [first: number, end: number] {
  if (step === 0) return start >= 0 && start < limit ? [0, count] : [0, 0];
  // Going backwards, the first tap inside is the first BELOW the limit and the end the first below zero.
  const [first, end] =
    step > 0
      ? [Math.ceil(-start / step), Math.ceil((limit - start) / step)]
      : [Math.floor((limit - start) / step) + 1, Math.floor(-start / step) + 1];
  return [Math.min(count, Math.max(0, first)), Math.min(count, Math.max(0, end))];
}
