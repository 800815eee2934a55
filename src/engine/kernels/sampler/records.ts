/**
 * The records that say what is to be sampled. sample.ts writes them for each call, field by field in this order.
 */

/** Pixels a row of the net's picture, and rows: anchors.ts's INPUT_SIDE. */
export const SIDE = 128;

/** Of Grid.taps; sample-plane.ts asks for no more. */
export const MOST_TAPS = 64;

/** One channel of the frame, and where its means go. Distances are in bytes. */
export class Plane {
  /** The address of its pixel 0, 0. */
  first: usize = 0;
  /** From a pixel to the one below. */
  stride: i32 = 0;
  /** From a pixel to the next one in its row. */
  step: i32 = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** What counts as its value outside. */
  black: i32 = 0;
  /** SIDE x SIDE numbers of 32 bits, row by row. */
  means: usize = 0;
}

/** The taps over the whole crop, a square grid that may be turned; in pixels of the plane (pixel k covers k..k+1). */
export class Grid {
  /** The first tap of the top left output pixel. */
  startX: f64 = 0;
  startY: f64 = 0;
  /** From a tap to the next one along the crop's own x; along its y it is (-stepY, stepX). */
  stepX: f64 = 0;
  stepY: f64 = 0;
  /** Taps across an output pixel. */
  taps: i32 = 0;
}
