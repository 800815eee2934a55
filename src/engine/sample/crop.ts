/**
 * Squares cut out of a frame for the net, and the way back from the net's picture to the frame.
 * Owns the geometry alone; reading pixels is in sample.ts, choosing where to detect in session.ts.
 *
 *      frame px, y down         the crop's own axes u, v are the frame's x, y turned by angleRadians
 *      +------------- x         (clockwise on screen); u, v run over -0.5..0.5 of the side.
 *      |    .----.
 *      |   / c    `.            frame = centre + side * (u cos - v sin, u sin + v cos)
 *      |   `.    /
 *      y     `--'
 */

export interface Crop {
  readonly centreXPx: number;
  readonly centreYPx: number;
  readonly sidePx: number;
  /** How far the crop's horizontal is turned against the frame's, clockwise on screen. */
  readonly angleRadians: number;
}

/** A face in one frame. Pixels of that frame, y down. */
export interface Face {
  /** 0..1 */
  readonly score: number;
  /** x, y of BlazeFace's six keypoints in its order: 12 numbers. */
  readonly keypointsPx: readonly number[];
  /** BlazeFace's box: from the brows to below the mouth, cheek to cheek, nearly square. */
  readonly boxCentreXPx: number;
  readonly boxCentreYPx: number;
  readonly boxSidePx: number;
}

/** The whole frame in one square, the shorter side padded evenly on both ends. */
export function letterboxCrop(widthPx: number, heightPx: number): Crop {
  return {
    centreXPx: widthPx / 2,
    centreYPx: heightPx / 2,
    sidePx: Math.max(widthPx, heightPx),
    angleRadians: 0,
  };
}

/** Twice the face box: the face then fills as much of the net's picture as in what it was trained on. */
const LOOK_SCALE = 2;

/** Where to detect again a face that is known: a square about its box, turned so that the eyes are level. */
export function faceCrop({ keypointsPx, boxCentreXPx, boxCentreYPx, boxSidePx }: Face): Crop {
  const [rightEyeX = 0, rightEyeY = 0, leftEyeX = 0, leftEyeY = 0] = keypointsPx;
  return {
    centreXPx: boxCentreXPx,
    centreYPx: boxCentreYPx,
    sidePx: LOOK_SCALE * boxSidePx,
    angleRadians: Math.atan2(leftEyeY - rightEyeY, leftEyeX - rightEyeX),
  };
}

/**
 * BlazeFace's points wander by 2 % of the distance between the eyes with where in its picture the face stands. So the
 * crop of a still head stands still, and that of a moving one goes half of the way from detection to detection: together they
 * halve the jitter on a webcam clip (1.15 -> 0.64 %) and cost no accuracy on fast head shakes.
 */
const HOLD_WITHIN = 0.02;
const FOLLOW = 0.5;

/** Where to detect a face in the next frame, when the last detection was at `held` and saw it there. */
export function followCrop(held: Crop, face: Face): Crop {
  const wanted = faceCrop(face);
  const dx = wanted.centreXPx - held.centreXPx;
  const dy = wanted.centreYPx - held.centreYPx;
  const growth = wanted.sidePx - held.sidePx;
  const turn = shortestTurn(held.angleRadians, wanted.angleRadians);
  const isStill =
    Math.hypot(dx, dy) < HOLD_WITHIN * held.sidePx &&
    Math.abs(growth) < 2 * HOLD_WITHIN * held.sidePx &&
    Math.abs(turn) < 2 * HOLD_WITHIN;
  if (isStill) return held;
  return {
    centreXPx: held.centreXPx + FOLLOW * dx,
    centreYPx: held.centreYPx + FOLLOW * dy,
    sidePx: held.sidePx + FOLLOW * growth,
    angleRadians: held.angleRadians + FOLLOW * turn,
  };
}

/** From one angle to another, -pi..pi. */
function shortestTurn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

/** A point of the crop (0..1 of its side from its top left corner) in frame pixels. */
export function cropToFrame(crop: Crop, x: number, y: number): [xPx: number, yPx: number] {
  const u = (x - 0.5) * crop.sidePx;
  const v = (y - 0.5) * crop.sidePx;
  const cosine = Math.cos(crop.angleRadians);
  const sine = Math.sin(crop.angleRadians);
  return [crop.centreXPx + u * cosine - v * sine, crop.centreYPx + u * sine + v * cosine];
}

/** A frame pixel as a point of the crop; the inverse of cropToFrame. */
export function frameToCrop(crop: Crop, xPx: number, yPx: number): [x: number, y: number] {
  const dx = (xPx - crop.centreXPx) / crop.sidePx;
  const dy = (yPx - crop.centreYPx) / crop.sidePx;
  const cosine = Math.cos(crop.angleRadians);
  const sine = Math.sin(crop.angleRadians);
  return [0.5 + dx * cosine + dy * sine, 0.5 - dx * sine + dy * cosine];
}
