/**
 * Our path on one still: the engine's scans, then the engine's looks at each face, whose keypoints are averaged.
 * Owns that order; a live camera spreads looks and scans over its frames.
 */
import { createBelief } from '../../src/engine/faces/believe-face.ts';
import type { Detector } from '../../src/engine/faces/detector.ts';
import { findNewFaces, type KnownFace, type Looks, withoutTwins } from '../../src/engine/faces/find-faces.ts';
import { distancePx } from '../../src/engine/faces/same-face.ts';
import { scanCrop } from '../../src/engine/faces/scan-crop.ts';
import { type Face, faceCrop } from '../../src/engine/sample/crop.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import type { SolvePose } from '../../src/geometry/solve-pose.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

/** The whole frame and the three squares that the engine scans in turn. */
const SCAN_TURNS = [0, 1, 3, 5];
const MOST_FACES = 4;
/** A still head gets several looks for nothing, each both ways and each scaled a little otherwise. */
const SCALES = [1, 0.93, 1.07];
/** A face that is known is believed for MediaPipe's own threshold. */
const LOOK_SCORE = 0.5;

/** The averaged keypoints (12 numbers, pixels) of every face of the still. */
export function lookAtStill(
  { detector, solvePose }: { readonly detector: Detector; readonly solvePose: SolvePose },
  pixels: FramePixels,
): (readonly number[])[] {
  const believe = createBelief(solvePose, assumeIntrinsics(pixels.widthPx, pixels.heightPx));
  const looks: Looks = {
    scan: (crop, threshold) => detector.detect(pixels, crop, threshold).faces,
    confirm: (crop, threshold) => detector.detectBothWays(pixels, crop, threshold).agreed,
  };
  let known: KnownFace[] = [];
  for (const turn of SCAN_TURNS) {
    const faces = known.map(({ face }) => face);
    const scanned = scanCrop(pixels.widthPx, pixels.heightPx, turn);
    const found = findNewFaces(looks, scanned, { known: faces, most: MOST_FACES - faces.length, believe });
    known = withoutTwins([...known, ...found]);
  }
  return known.map(({ face }) => {
    const seen = SCALES.flatMap((scale) => lookNear(detector, pixels, face, scale) ?? []);
    const faces = seen.length === 0 ? [face] : seen;
    return face.keypointsPx.map((_, i) =>
      faces.reduce((sum, one) => sum + one.keypointsPx[i]! / faces.length, 0),
    );
  });
}

function lookNear(detector: Detector, pixels: FramePixels, face: Face, scale: number): Face | null {
  const crop = faceCrop(face);
  const { faces } = detector.detectBothWays(pixels, { ...crop, sidePx: crop.sidePx * scale }, LOOK_SCORE);
  const [nearest] = faces.toSorted((a, b) => distancePx(a, face) - distancePx(b, face));
  return nearest && distancePx(nearest, face) < face.boxSidePx ? nearest : null;
}
