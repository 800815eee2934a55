/**
 * The one assumption about the camera's lens, shared by solver and renderer.
 * Square pixels, no distortion, principal point at the image centre.
 */

/**
 * Field of view over the LONGER side. Cameras do not tell theirs; of the values tried over 50-80 degrees,
 * 65 costs the least rotation error (docs/pose.md).
 */
export const FIELD_OF_VIEW_RADIANS = (65 * Math.PI) / 180;

export interface Intrinsics {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Focal length in pixels of this image. */
  readonly focalPx: number;
}

/** The assumed camera of an image of this size. */
export function assumeIntrinsics(widthPx: number, heightPx: number): Intrinsics {
  const longerPx = Math.max(widthPx, heightPx);
  return { widthPx, heightPx, focalPx: longerPx / 2 / Math.tan(FIELD_OF_VIEW_RADIANS / 2) };
}
