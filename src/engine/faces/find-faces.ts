/**
 * Two detections of a face: found small in a scan, confirmed large in a crop of its own.
 * Owns what counts as a face; when and where to scan is session.ts's.
 */
import { type Crop, type Face, faceCrop, followCrop } from '../sample/crop.ts';
import { distancePx, isSameFace } from './same-face.ts';

/** One detection in a crop: faces above the threshold, best first. */
export type Detect = (crop: Crop, threshold: number) => readonly Face[];

/** How the two detections are done. */
export interface Looks {
  /** At a whole frame or a part of it, for hints of faces. */
  readonly scan: Detect;
  /** At a hint's own crop, for its keypoints: what two detections, plain and in the mirror, agree on. */
  readonly confirm: Detect;
}

/** A face followed from frame to frame, and the crop in which it was last seen. */
export interface KnownFace {
  readonly face: Face;
  readonly crop: Crop;
}

export interface FoundFace extends KnownFace {
  /** The same face as the scan saw it, small. */
  readonly hint: Face;
}

/**
 * A face of 10 of the net's 128 pixels scores 0.25 in five of six pictures, 0.5 in one of four; the second detection of it
 * scores as any other. So scans take a hint and the second detection decides.
 */
const HINT_SCORE = 0.25;
/**
 * What both detections must have seen. Of 300 rendered heads up to 60 degrees to the side, and of the faces in 20 photographs
 * that fill enough of the picture, the less sure detection of the least sure face has 0.73; a flag and a shirt, turned and
 * cut just so, have 0.76 in one detection and nothing in the other, a cat 0.54.
 */
const NEW_FACE_SCORE = 0.65;
/** A face already known is believed for less: MediaPipe's own threshold. */
const KNOWN_FACE_SCORE = 0.5;

/** What a scan is to find. */
export interface NewFaces {
  /** Not these again. */
  readonly known: readonly Face[];
  readonly most: number;
  /** Whether a confirmed face is one (believe-face.ts). */
  readonly believe: (face: Face) => boolean;
}

/** Faces in a scanned square that are none of the known ones, each confirmed; at most so many. */
export function findNewFaces(
  { scan, confirm }: Looks,
  scanned: Crop,
  { known, most, believe }: NewFaces,
): FoundFace[] {
  const found = scan(scanned, HINT_SCORE)
    .filter((hint) => !known.some((face) => isSameFace(hint, face)))
    .slice(0, most)
    .flatMap((hint) => {
      const crop = faceCrop(hint);
      const face = nearestFace(confirm(crop, NEW_FACE_SCORE), hint);
      return face && believe(face) ? [{ hint, face, crop }] : [];
    });
  return withoutTwins(found);
}

/** Looks where a face was last seen; null when it is not there any more. */
export function findFaceAgain(detect: Detect, { face, crop: held }: KnownFace): KnownFace | null {
  const crop = followCrop(held, face);
  const seen = nearestFace(detect(crop, KNOWN_FACE_SCORE), face);
  return seen && { face: seen, crop };
}

/** Best first. Two crops may have slid onto one face; the surer one stays. */
export function withoutTwins<Known extends KnownFace>(known: readonly Known[]): Known[] {
  const kept: Known[] = [];
  for (const one of known.toSorted((a, b) => b.face.score - a.face.score)) {
    if (!kept.some(({ face }) => isSameFace(face, one.face))) kept.push(one);
  }
  return kept;
}

/** The face that was looked for: the nearest to where it was, and not another one at the crop's edge. */
function nearestFace(faces: readonly Face[], to: Face): Face | null {
  const [first] = faces.toSorted((a, b) => distancePx(a, to) - distancePx(b, to));
  return first && distancePx(first, to) < to.boxSidePx ? first : null;
}
