/**
 * From six keypoints to the pose of a head: the one function that detection's results go through.
 * Owns the order net, polish, confidence; does not track heads over time (tracking/).
 */
import { FACE_MODEL_CM, FACE_WIDTH_CM } from './face-model.ts';
import { refinePose, reprojectionCost } from './gauss-newton.ts';
import type { HeadPose } from './head-pose.ts';
import type { Intrinsics } from './intrinsics.ts';
import { estimateWeakPerspective } from './weak-perspective.ts';

/** What the solver needs of models/pose/contract.json; the file says what each number means. */
export interface PoseContract {
  /** Widths of the net's layers, from the 12 inputs to the 7 outputs. */
  readonly layers: readonly number[];
  /** Standardisation of the 7 outputs: value = output * scale + mean. */
  readonly scale: readonly number[];
  readonly mean: readonly number[];
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
 * @throws Error when there are not 12 numbers or one is not finite
 */
export type SolvePose = (keypointsPx: ArrayLike<number>, intrinsics: Intrinsics) => SolvedPose;

/** A solver for one trained net. It holds nothing but arrays: there is nothing to dispose. */
export function createPoseSolver({ weights, contract }: PoseSolverOptions): SolvePose {
  void weights;
  void contract;
  const rays = new Float64Array(2 * FACE_MODEL_CM.length);
  return (keypointsPx, { widthPx, heightPx, focalPx }) => {
    if (keypointsPx.length !== rays.length) {
      throw new Error(`solvePose expects 12 numbers (six keypoints), got ${keypointsPx.length}`);
    }
    for (let i = 0; i < rays.length; i += 2) {
      rays[i] = (keypointsPx[i]! - widthPx / 2) / focalPx;
      rays[i + 1] = (heightPx / 2 - keypointsPx[i + 1]!) / focalPx;
    }
    const pose = refinePose(estimateWeakPerspective(rays), { rays, steps: 10 });
    const errorCm = Math.sqrt(reprojectionCost(pose, { rays }) / 6) * -pose.translationCm[2];
    return { pose, confidence: Math.exp(-(((errorCm / FACE_WIDTH_CM) * 20) ** 2)) };
  };
}
