/**
 * Whether a face that is seen for the first time is one. The net also finds faces in the folds of a shirt, small and
 * with keypoints that fit no head. Owns that judgement; what is known already is believed without it.
 */
import type { Intrinsics } from '../../geometry/intrinsics.ts';
import type { SolvePose } from '../../geometry/solve-pose.ts';
import type { Face } from '../sample/crop.ts';

/** Smaller than this share of the picture's longer side, a head is over two and a half metres away: not in the call. */
const LEAST_SIDE = 0.04;
/** From this score on a face is one, whatever its pose; heads in profile fit a pose badly and score no less. */
const SURE_SCORE = 0.7;
/** Below it, six points that fit a head this well are a face; three false ones in 300 rendered pictures did not. */
const FITTING_CONFIDENCE = 0.5;

/** @returns a judge of faces seen in frames of this camera */
export function createBelief(solvePose: SolvePose, intrinsics: Intrinsics): (face: Face) => boolean {
  const leastSidePx = LEAST_SIDE * Math.max(intrinsics.widthPx, intrinsics.heightPx);
  return ({ score, boxSidePx, keypointsPx }) =>
    boxSidePx >= leastSidePx &&
    (score >= SURE_SCORE || solvePose(keypointsPx, intrinsics).confidence >= FITTING_CONFIDENCE);
}
