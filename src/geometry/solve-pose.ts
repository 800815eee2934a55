/**
 * From six keypoints to the pose of a head: the one function that a detection's keypoints go through.
 * Owns the order canonical view, net, polish, confidence; does not follow heads over time (tracking/).
 */
import { canonicalise, raysFromPixels, restorePose } from './canonical-keypoints.ts';
import { FACE_MODEL_CM, FACE_WIDTH_CM, KEYPOINT_NAMES } from './face-model.ts';
import { refinePose, reprojectionCost } from './gauss-newton.ts';
import type { HeadPose } from './head-pose.ts';
import type { Intrinsics } from './intrinsics.ts';
import { createPoseNet } from './pose-net.ts';
import { rotate } from './quaternion.ts';

/** What the solver needs of a pose net's contract.json; the file says what each number means. */
export interface PoseContract {
  /** Widths of the net's layers, from the 12 inputs to the 7 outputs. */
  readonly layers: readonly number[];
  /** Standardisation of the 7 outputs: value = output * scale + mean. */
  readonly scale: readonly number[];
  readonly mean: readonly number[];
  /**
   * Gauss-Newton steps on top of the net. Right for a net that knows projections alone; 0 for one that knows the
   * detector's bias, which the steps would bring back (docs/pose.md).
   */
  readonly polishSteps: number;
  /**
   * How far the drawn nose is brought to the seen one, 0..1. The nose is where a viewer sees an error first; half way,
   * it is off by a third less on heads that the net has not seen (docs/pose.md).
   */
  readonly nosePull: number;
  /** RMS reprojection error, as a fraction of the face width, at which confidence has fallen to 1/e. */
  readonly doubtfulError: number;
  /** Angle between the face's axis and the line of sight, degrees, that costs as much: half the keypoints are guesses there. */
  readonly doubtfulTurnDegrees: number;
}

export interface PoseSolverOptions {
  /** The net's weights file as float32: kernel (inputs x outputs, in rows) and bias of each layer in turn. */
  readonly weights: Float32Array;
  readonly contract: PoseContract;
}

export interface SolvedPose {
  /** Camera space of head-pose.ts, centimetres. */
  readonly pose: HeadPose;
  /** 0..1: how far the pose can be trusted. */
  readonly confidence: number;
}

/**
 * Solves one face.
 * @param keypointsPx x, y of the six keypoints in BlazeFace's order: 12 numbers, pixels of the whole frame, y down
 * @throws Error when there are not 12 numbers or one of them is not finite
 */
export type SolvePose = (keypointsPx: ArrayLike<number>, intrinsics: Intrinsics) => SolvedPose;

const NUMBERS = 2 * KEYPOINT_NAMES.length;

/**
 * A solver for one trained net. It holds nothing but arrays: there is nothing to dispose.
 * @throws Error when weights and contract do not fit each other
 */
export function createPoseSolver({ weights, contract }: PoseSolverOptions): SolvePose {
  const { layers, scale, mean, polishSteps } = contract;
  if (layers[0] !== NUMBERS || layers.at(-1) !== 7 || scale.length !== 7 || mean.length !== 7) {
    throw new Error(
      `The pose contract expects a net of 12 inputs and 7 outputs, got layers ${layers.join('-')}`,
    );
  }
  const net = createPoseNet({ layers, weights });
  const rays = new Float64Array(NUMBERS);
  const input = new Float64Array(NUMBERS);
  const output = new Float64Array(7);
  return (keypointsPx, intrinsics) => {
    checkKeypoints(keypointsPx);
    raysFromPixels(keypointsPx, intrinsics, rays);
    const view = canonicalise(rays, input);
    const standardised = net(input);
    for (let i = 0; i < 7; i++) output[i] = standardised[i]! * scale[i]! + mean[i]!;
    const polished = refinePose(restorePose(output, view), { rays, steps: polishSteps });
    const pose = pullNose(polished, rays, contract.nosePull);
    return { pose, confidence: trust(pose, rays, contract) };
  };
}

const NOSE = KEYPOINT_NAMES.indexOf('noseTip');

/** Shifts the head across the line of sight, so that its nose comes a part of the way to the nose's ray. */
function pullNose({ rotation, translationCm }: HeadPose, rays: Float64Array, part: number): HeadPose {
  const [x, y, z] = translationCm;
  const [noseX, noseY, noseZ] = rotate(rotation, FACE_MODEL_CM[NOSE]!);
  const depth = -(noseZ + z);
  const shiftX = part * (rays[2 * NOSE]! * depth - noseX - x);
  const shiftY = part * (rays[2 * NOSE + 1]! * depth - noseY - y);
  return { rotation, translationCm: [x + shiftX, y + shiftY, z] };
}

/** Falls with the two things that were measured to go with a wrong rotation: a bad fit and a turned face. */
function trust(
  pose: HeadPose,
  rays: Float64Array,
  { doubtfulError, doubtfulTurnDegrees }: PoseContract,
): number {
  const [x, y, z] = pose.translationCm;
  const errorCm = Math.sqrt(reprojectionCost(pose, { rays }) / KEYPOINT_NAMES.length) * -z;
  const [outX, outY, outZ] = rotate(pose.rotation, [0, 0, 1]);
  const cosine = -(outX * x + outY * y + outZ * z) / (Math.hypot(x, y, z) || 1);
  const turnDegrees = (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
  return Math.exp(
    -((errorCm / FACE_WIDTH_CM / doubtfulError) ** 2) - (turnDegrees / doubtfulTurnDegrees) ** 2,
  );
}

function checkKeypoints(keypointsPx: ArrayLike<number>): void {
  if (keypointsPx.length !== NUMBERS) {
    throw new Error(
      `solvePose expects ${NUMBERS} numbers (x, y of six keypoints), got ${keypointsPx.length}`,
    );
  }
  for (let i = 0; i < NUMBERS; i++) {
    if (!Number.isFinite(keypointsPx[i])) {
      throw new Error(`solvePose expects finite pixels, got ${keypointsPx[i]} at ${i}`);
    }
  }
}
