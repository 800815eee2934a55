/** When two boxes are one face. Owns that judgement for whoever sees a face twice. */
import type { Face } from '../sample/crop.ts';

/** Two boxes are one face when their centres are closer than half a box. */
export function isSameFace(a: Face, b: Face): boolean {
  return distancePx(a, b) < 0.5 * Math.min(a.boxSidePx, b.boxSidePx);
}

/** From the middle of one face's box to that of the other. */
export function distancePx(a: Face, b: Face): number {
  return Math.hypot(a.boxCentreXPx - b.boxCentreXPx, a.boxCentreYPx - b.boxCentreYPx);
}
