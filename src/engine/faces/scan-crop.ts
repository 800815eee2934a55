/**
 * Which square of the frame to search next for faces that are not known yet.
 * Owns the order; what is found there is confirmed in find-faces.ts.
 */
import { type Crop, letterboxCrop } from '../sample/crop.ts';

/**
 * Every second scan sees the whole frame, the others one of three squares of the full shorter side: in 16:9 they
 * show a face 1.8 times larger, which finds people at twice the distance. The middle comes first: callers sit there.
 */
const TILE_PLACES = [0.5, 0, 1] as const;

/** @param turn counts the scans since nothing was known: 0 is the whole frame */
export function scanCrop(widthPx: number, heightPx: number, turn: number): Crop {
  const place = TILE_PLACES[((turn - 1) / 2) % TILE_PLACES.length];
  if (place === undefined) return letterboxCrop(widthPx, heightPx);
  const sidePx = Math.min(widthPx, heightPx);
  return {
    centreXPx: sidePx / 2 + place * (widthPx - sidePx),
    centreYPx: sidePx / 2 + place * (heightPx - sidePx),
    sidePx,
    angleRadians: 0,
  };
}
