/**
 * Where the taps of sampling lie in a plane: every output pixel is the mean of a regular grid of taps in its own square.
 * Geometry alone; the kernels (kernels/sampler) read the taps.
 */
import { INPUT_SIDE } from '../net/anchors.ts';
import type { Crop } from './crop.ts';
import type { PlaneView } from './pixel-formats.ts';

/**
 * Taps are at most this many plane pixels apart. Closer costs time, farther costs noise: for sensor noise of 5 of 255
 * and a face a third of the frame wide, keypoints of a still picture move by 0.33, 0.38, 0.54 % of the distance
 * between the eyes at 1, 1.5, 2.
 */
const TAP_SPACING = 1.5;

/** What the kernels have room for: enough for a crop of 12,000 pixels. */
const MOST_TAPS = 64;

/** Below this many plane pixels an output pixel the taps are few enough for their rounding to show: interpolate. */
const INTERPOLATE_BELOW = 2;

/** The grid of taps over the whole crop, in plane pixels (pixel k covers k..k+1). */
export interface TapGrid {
  /** The first tap of the top left output pixel. */
  readonly startX: number;
  readonly startY: number;
  /** From a tap to the next one along the crop's own x; along its y it is (-stepY, stepX). */
  readonly stepX: number;
  readonly stepY: number;
  /** Taps across an output pixel. */
  readonly taps: number;
  /** How a tap between pixels is read: as the one that it is in, or as the mean of those about it. */
  readonly reading: 'nearest' | 'interpolated';
}

export function gridOfTaps({ subsampling }: PlaneView, crop: Crop): TapGrid {
  const scale = crop.sidePx / subsampling / INPUT_SIDE;
  const taps = Math.min(MOST_TAPS, Math.ceil(scale / TAP_SPACING));
  const stepX = (Math.cos(crop.angleRadians) * scale) / taps;
  const stepY = (Math.sin(crop.angleRadians) * scale) / taps;
  // From the centre to the first tap: half the square up and left, less half a tap.
  const first = -(INPUT_SIDE * taps - 1) / 2;
  const startX = crop.centreXPx / subsampling + first * (stepX - stepY);
  const startY = crop.centreYPx / subsampling + first * (stepY + stepX);
  const reading = scale < INTERPOLATE_BELOW ? 'interpolated' : 'nearest';
  return { startX, startY, stepX, stepY, taps, reading };
}

/** Plane pixels by which taps leave the crop at most: two rounded halves and the pixel after, to interpolate with. */
const BEYOND_CROP = 3;

/** The rows of a plane in which there can be taps, from the first to before the last. */
export function rowsWithTaps(
  { subsampling, height }: PlaneView,
  { centreYPx, sidePx, angleRadians }: Crop,
): readonly [from: number, to: number] {
  const halfHeight = (sidePx / 2) * (Math.abs(Math.cos(angleRadians)) + Math.abs(Math.sin(angleRadians)));
  const inPlane = (row: number) => Math.min(height, Math.max(0, row));
  return [
    inPlane(Math.floor((centreYPx - halfHeight) / subsampling) - BEYOND_CROP),
    inPlane(Math.ceil((centreYPx + halfHeight) / subsampling) + BEYOND_CROP),
  ];
}
