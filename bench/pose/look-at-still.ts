/**
 * Our path on one still: scan, then looks at the face, plain and in the mirror, whose keypoints are averaged.
 * Owns that order; a live camera spreads the same looks over its frames.
 */
import { type Face, letterboxCrop, lookCrop } from '../../src/engine/crop.ts';
import type { Detector } from '../../src/engine/detector.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import { mirrorPixels } from '../../training/pose/labelled-heads.ts';

/** A still head gets this many looks for nothing: half of them plain, half mirrored, each scaled a little otherwise. */
const SCALES = [1, 0.93, 1.07];
/** Right and left change places in a mirror. */
const MIRROR_ORDER = [1, 0, 2, 3, 5, 4];

export interface StillFace {
  readonly scan: Face;
  /** Mean over the looks; the scan's where no look saw the face. */
  readonly keypointsPx: readonly number[];
}

/** Every face of the still, best first. */
export function lookAtStill(detector: Detector, pixels: FramePixels): StillFace[] {
  const scanned = detector.look(pixels, letterboxCrop(pixels.widthPx, pixels.heightPx)).faces;
  if (scanned.length === 0) return [];
  const mirrored = mirrorPixels(pixels);
  return scanned.map((scan) => {
    const first = lookNear(detector, pixels, scan, 1) ?? scan;
    const looks = SCALES.flatMap((scale) => [
      lookNear(detector, pixels, first, scale),
      mirrorBack(lookNear(detector, mirrored, mirrorFace(first, pixels.widthPx), scale), pixels.widthPx),
    ]).filter((face) => face !== null);
    const seen = looks.length === 0 ? [first] : looks;
    const keypointsPx = first.keypointsPx.map((_, i) =>
      seen.reduce((sum, face) => sum + face.keypointsPx[i]! / seen.length, 0),
    );
    return { scan, keypointsPx };
  });
}

function lookNear(detector: Detector, pixels: FramePixels, face: Face, scale: number): Face | null {
  const crop = lookCrop(face);
  const away = (other: Face) =>
    Math.hypot(other.boxCentreXPx - face.boxCentreXPx, other.boxCentreYPx - face.boxCentreYPx);
  const { faces } = detector.look(pixels, { ...crop, sidePx: crop.sidePx * scale });
  const [nearest] = faces.toSorted((a, b) => away(a) - away(b));
  return nearest && away(nearest) < face.boxSidePx ? nearest : null;
}

function mirrorBack(face: Face | null, widthPx: number): Face | null {
  return face === null ? null : mirrorFace(face, widthPx);
}

function mirrorFace(face: Face, widthPx: number): Face {
  return {
    ...face,
    boxCentreXPx: widthPx - face.boxCentreXPx,
    keypointsPx: MIRROR_ORDER.flatMap((i) => [
      widthPx - face.keypointsPx[2 * i]!,
      face.keypointsPx[2 * i + 1]!,
    ]),
  };
}
