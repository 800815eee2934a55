/**
 * Our path on one still: the engine's scans, then looks at the face, plain and in the mirror, whose keypoints are
 * averaged. Owns that order; a live camera spreads looks and scans over its frames.
 */
import { type Crop, type Face, lookCrop } from '../../src/engine/crop.ts';
import type { Detector } from '../../src/engine/detector.ts';
import { findNewFaces, type KnownFace, type Look, withoutTwins } from '../../src/engine/find-faces.ts';
import { scanCrop } from '../../src/engine/scan-crop.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import { mirrorPixels } from '../../training/pose/labelled-heads.ts';

/** The whole frame and the three squares that the engine scans in turn. */
const SCAN_TURNS = [0, 1, 3, 5];
const MOST_FACES = 4;
/** A still head gets this many looks for nothing: half of them plain, half mirrored, each scaled a little otherwise. */
const SCALES = [1, 0.93, 1.07];
/** A face that is known is believed for MediaPipe's own threshold. */
const LOOK_SCORE = 0.5;
/** Right and left change places in a mirror. */
const MIRROR_ORDER = [1, 0, 2, 3, 5, 4];

/** The averaged keypoints (12 numbers, pixels) of every face of the still. */
export function lookAtStill(detector: Detector, pixels: FramePixels): (readonly number[])[] {
  const look: Look = (crop: Crop, threshold: number) => detector.look(pixels, crop, threshold).faces;
  let known: KnownFace[] = [];
  for (const turn of SCAN_TURNS) {
    const faces = known.map(({ face }) => face);
    const scanned = scanCrop(pixels.widthPx, pixels.heightPx, turn);
    const found = findNewFaces(look, scanned, { known: faces, most: MOST_FACES - faces.length });
    known = withoutTwins([...known, ...found]);
  }
  if (known.length === 0) return [];
  const mirrored = mirrorPixels(pixels);
  return known.map(({ face }) => {
    const looks = SCALES.flatMap((scale) => [
      lookNear(detector, pixels, face, scale),
      mirrorBack(lookNear(detector, mirrored, mirrorFace(face, pixels.widthPx), scale), pixels.widthPx),
    ]).filter((seen) => seen !== null);
    const seen = looks.length === 0 ? [face] : looks;
    return face.keypointsPx.map((_, i) =>
      seen.reduce((sum, one) => sum + one.keypointsPx[i]! / seen.length, 0),
    );
  });
}

function lookNear(detector: Detector, pixels: FramePixels, face: Face, scale: number): Face | null {
  const crop = lookCrop(face);
  const away = (other: Face) =>
    Math.hypot(other.boxCentreXPx - face.boxCentreXPx, other.boxCentreYPx - face.boxCentreYPx);
  const { faces } = detector.look(pixels, { ...crop, sidePx: crop.sidePx * scale }, LOOK_SCORE);
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
