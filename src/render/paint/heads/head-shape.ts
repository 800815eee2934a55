/**
 * The head under a filter: an average adult head as ellipsoids on the face model's axes, centimetres.
 * Owns its size and place. It hides what lies behind the head and gives pictures the face's relief.
 * Fitted by eye to the cross sections of ICT-FaceKit's mean head (Li et al., CVPR 2020) laid onto the six keypoints.
 */
import type { Vector3 } from '../../../geometry/quaternion.ts';

export interface Ellipsoid {
  readonly centreCm: Vector3;
  readonly radiiCm: Vector3;
}

const SKULL: Ellipsoid = { centreCm: [0, 6.3, -11.9], radiiCm: [8.5, 10.5, 10.4] };
const FACE: Ellipsoid = { centreCm: [0, 0.2, -8.8], radiiCm: [7.5, 8.8, 6.1] };
const NOSE: Ellipsoid = { centreCm: [0, 0.9, -2.4], radiiCm: [1.5, 2.9, 2.3] };
const CHIN: Ellipsoid = { centreCm: [0, -5.6, -5.6], radiiCm: [3.4, 3.2, 3.2] };
const NECK: Ellipsoid = { centreCm: [0, -11, -14.5], radiiCm: [5.8, 13, 6] };
const RIGHT_EAR: Ellipsoid = { centreCm: [-8.9, 1.9, -14.3], radiiCm: [0.8, 3.2, 2.1] };
const LEFT_EAR: Ellipsoid = { centreCm: [8.9, 1.9, -14.3], radiiCm: [0.8, 3.2, 2.1] };

export const HEAD_SHAPE: readonly Ellipsoid[] = [SKULL, FACE, NOSE, CHIN, NECK, RIGHT_EAR, LEFT_EAR];

/** What carries a picture: the ears and the neck are no part of a face. */
const FACE_RELIEF: readonly Ellipsoid[] = [SKULL, FACE, NOSE, CHIN];

/** Beyond the outline of the face the relief goes on as a gentle slope, so that a wide picture does not fold back. */
const DEEPEST_CM = -9;

/** How sharp the creases between the ellipsoids stay, in cm: a picture is paper, not cling film. */
const CREASE_CM = 0.6;

/** The share of an ellipsoid's outline up to which a picture follows it, and its height and slope there. */
const TURNING = 0.9;
const TURNING_HEIGHT = Math.sqrt(1 - TURNING ** 2);
const TURNING_SLOPE = TURNING / TURNING_HEIGHT;

/**
 * The z of the face's surface at x, y (cm, face model axes), smooth everywhere.
 * Ellipsoids are joined by a smooth maximum (log-sum-exp), so the nose rises out of the face without an edge.
 */
export function faceDepthCm(xCm: number, yCm: number): number {
  let sum = Math.exp(DEEPEST_CM / CREASE_CM);
  for (const { centreCm, radiiCm } of FACE_RELIEF) {
    const out = Math.hypot((xCm - centreCm[0]) / radiiCm[0], (yCm - centreCm[1]) / radiiCm[1]);
    // Towards its outline an ellipsoid turns away ever more steeply; from there on its tangent goes on.
    const height =
      out < TURNING ? Math.sqrt(1 - out * out) : TURNING_HEIGHT - (out - TURNING) * TURNING_SLOPE;
    sum += Math.exp((centreCm[2] + radiiCm[2] * height) / CREASE_CM);
  }
  return CREASE_CM * Math.log(sum);
}
