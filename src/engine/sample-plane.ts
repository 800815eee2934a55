/**
 * Grey planes through a turned square: every output pixel is the mean of a regular grid of taps in its own square of
 * the plane. Owns where the taps lie; reading them is in sample-nearest.ts and sample-interpolated.ts, colour in sample.ts.
 */
import { INPUT_SIDE } from './anchors.ts';
import type { Crop } from './crop.ts';
import type { PlaneView } from './pixel-formats.ts';
import { fillInterpolated } from './sample-interpolated.ts';
import { fillNearest } from './sample-nearest.ts';

/**
 * Taps are at most this many plane pixels apart. Closer costs time, farther costs noise: for sensor noise of 5 of 255
 * and a face a third of the frame wide, keypoints of a still picture move by 0.33, 0.38, 0.54 % of the distance
 * between the eyes at 1, 1.5, 2.
 */
const TAP_SPACING = 1.5;

/** Below this many plane pixels an output pixel the taps are few enough for their rounding to show: interpolate. */
const INTERPOLATE_BELOW = 2;

/** The grid of taps over the whole crop, in plane pixels (pixel k covers k..k+1). */
export interface TapGrid {
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
 * Fills INPUT_SIDE x INPUT_SIDE means of each plane, row by row. Taps outside the plane count as its black, as in
 * MediaPipe's own preparation (BORDER_ZERO).
 *
 * @param planes of one layout (hasSameLayout): where the taps lie is found once for all of them
 */
export function samplePlanes(planes: readonly PlaneView[], crop: Crop, means: readonly Float32Array[]): void {
  const [layout] = planes;
  if (!layout) return;
  const scale = crop.sidePx / layout.subsampling / INPUT_SIDE;
  const taps = Math.ceil(scale / TAP_SPACING);
  const stepX = (Math.cos(crop.angleRadians) * scale) / taps;
  const stepY = (Math.sin(crop.angleRadians) * scale) / taps;
  // From the centre to the first tap: half the square up and left, less half a tap.
  const first = -(INPUT_SIDE * taps - 1) / 2;
  const startX = crop.centreXPx / layout.subsampling + first * (stepX - stepY);
  const startY = crop.centreYPx / layout.subsampling + first * (stepY + stepX);
  const grid = { taps, stepX, stepY, startX, startY };
  if (scale >= INTERPOLATE_BELOW) fillNearest(planes, grid, means);
  else for (const [i, plane] of planes.entries()) fillInterpolated(plane, grid, means[i]!);
}

export function hasSameLayout(a: PlaneView, b: PlaneView): boolean {
  return (['stride', 'step', 'width', 'height', 'subsampling'] as const).every((what) => a[what] === b[what]);
}
