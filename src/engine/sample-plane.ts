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

/** The grid of taps over the whole crop, in plane pixels (pixel k covers k..k+1). */
interface TapGrid {
  /** Taps across an output pixel. */
  readonly taps: number;
  /** From a tap to the next one along the crop's own x; along its y it is (-stepY, stepX). */
  readonly stepX: number;
  readonly stepY: number;
  /** The first tap of the top left output pixel. */
  readonly startX: number;
  readonly startY: number;
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
  const grid = { taps, stepX, stepY, startX, startY };
  if (scale < INTERPOLATE_BELOW) fillInterpolated(plane, grid, means);
  else fillNearest(plane, grid, means);
}

/** Where the taps of one output pixel lie against its first, rounded to whole plane pixels; the same for all. */
interface Footprint {
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** By how much rounding has moved the taps, on average. */
  readonly shiftX: number;
  readonly shiftY: number;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

function createFootprint({ taps, stepX, stepY }: TapGrid): Footprint {
  const x = new Int32Array(taps * taps);
  const y = new Int32Array(taps * taps);
  let [shiftX, shiftY] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [across, down] = [i % taps, Math.floor(i / taps)];
    const exactX = across * stepX - down * stepY;
    const exactY = across * stepY + down * stepX;
    x[i] = Math.round(exactX);
    y[i] = Math.round(exactY);
    shiftX += (x[i]! - exactX) / x.length;
    shiftY += (y[i]! - exactY) / x.length;
  }
  const [minX, maxX, minY, maxY] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  return { x, y, shiftX, shiftY, minX, maxX, minY, maxY };
}

function fillNearest(plane: PlaneView, grid: TapGrid, means: Float32Array): void {
  const { bytes, offset, stride, step, width, height, black } = plane;
  const footprint = createFootprint(grid);
  const { minX, maxX, minY, maxY } = footprint;
  const offsets = footprint.x.map((x, i) => footprint.y[i]! * stride + x * step);
  const share = 1 / offsets.length;
  const pixelX = grid.taps * grid.stepX;
  const pixelY = grid.taps * grid.stepY;
  for (let row = 0, i = 0; row < INPUT_SIDE; row++) {
    const rowX = grid.startX - footprint.shiftX - row * pixelY;
    const rowY = grid.startY - footprint.shiftY + row * pixelX;
    for (let column = 0; column < INPUT_SIDE; column++, i++) {
      const x = Math.floor(rowX + column * pixelX);
      const y = Math.floor(rowY + column * pixelY);
      if (x + minX >= 0 && x + maxX < width && y + minY >= 0 && y + maxY < height) {
        const base = offset + y * stride + x * step;
        let sum = 0;
        for (let tap = 0; tap < offsets.length; tap++) sum += bytes[base + offsets[tap]!]!;
        means[i] = sum * share;
      } else if (x + maxX < 0 || x + minX >= width || y + maxY < 0 || y + minY >= height) {
        means[i] = black;
      } else {
        means[i] = meanAtBorder(plane, footprint, x, y);
      }
    }
  }
}

/** An output pixel that is partly outside the plane: each tap is asked for. */
function meanAtBorder(plane: PlaneView, { x, y }: Footprint, firstX: number, firstY: number): number {
  const { bytes, offset, stride, step, width, height, black } = plane;
  let sum = 0;
  for (let tap = 0; tap < x.length; tap++) {
    const column = firstX + x[tap]!;
    const row = firstY + y[tap]!;
    const isInside = column >= 0 && column < width && row >= 0 && row < height;
    sum += isInside ? bytes[offset + row * stride + column * step]! : black;
  }
  return sum / x.length;
}

function fillInterpolated(plane: PlaneView, grid: TapGrid, means: Float32Array): void {
  const { taps, stepX, stepY } = grid;
  const { bytes, offset, stride, step, width, height, black } = plane;
  const right = width - 1;
  const bottom = height - 1;
  const share = 1 / (taps * taps);
  means.fill(0);
  for (let down = 0; down < INPUT_SIDE * taps; down++) {
    const lineX = grid.startX - down * stepY;
    const lineY = grid.startY + down * stepX;
    const firstMean = Math.floor(down / taps) * INPUT_SIDE;
    for (let across = 0; across < INPUT_SIDE * taps; across++) {
      const pointX = lineX + across * stepX;
      const pointY = lineY + across * stepY;
      let value = black;
      if (pointX >= 0 && pointX < width && pointY >= 0 && pointY < height) {
        // Pixel centres lie at halves; the border's half pixels repeat the border.
        const x = Math.min(right, Math.max(0, pointX - 0.5));
        const y = Math.min(bottom, Math.max(0, pointY - 0.5));
        const column = Math.floor(x);
        const row = Math.floor(y);
        const aside = column < right ? step : 0;
        const topLeft = offset + row * stride + column * step;
        const bottomLeft = topLeft + (row < bottom ? stride : 0);
        const upper = bytes[topLeft]! + (x - column) * (bytes[topLeft + aside]! - bytes[topLeft]!);
        const lower = bytes[bottomLeft]! + (x - column) * (bytes[bottomLeft + aside]! - bytes[bottomLeft]!);
        value = upper + (y - row) * (lower - upper);
      }
      means[firstMean + Math.floor(across / taps)]! += value * share;
    }
  }
}
