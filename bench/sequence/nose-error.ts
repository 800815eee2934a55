/** How far drawn noses are from true ones. Owns the measure. */
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import type { SequenceTruth } from './truth.ts';

const NOSE = 2;
const [RIGHT_EAR, LEFT_EAR] = [4, 5];
/** A head drawn farther off than this is drawn on nobody. */
const SAME_HEAD_PERCENT = 100;

export interface NoseErrors {
  /** % of the width of the true face, ear to ear, for every true head that something was drawn on. */
  readonly percents: readonly number[];
  /** True heads, whole in the picture, that nothing was drawn on. */
  readonly missed: number;
}

/** Compares the poses of each frame with its truth. */
export function measureNoses(poses: readonly (readonly HeadPose[])[], truth: SequenceTruth): NoseErrors {
  const intrinsics = assumeIntrinsics(truth.width, truth.height);
  const percents: number[] = [];
  let missed = 0;
  truth.per_frame.forEach(({ heads }, frame) => {
    const noses = (poses[frame] ?? []).map((pose) =>
      projectFacePoint(FACE_MODEL_CM[NOSE]!, pose, intrinsics),
    );
    for (const { model, t_m, kp_px, in_frame } of heads) {
      if (!in_frame) continue;
      const points = truth.head_models[model]!.keypoints_head_m;
      const widthPx = (distance(points[RIGHT_EAR]!, points[LEFT_EAR]!) * truth.fx_px) / -t_m[2];
      const nearest = Math.min(...noses.map((nose) => (100 * distance(nose, kp_px[NOSE]!)) / widthPx));
      if (nearest < SAME_HEAD_PERCENT) percents.push(nearest);
      else missed++;
    }
  });
  return { percents, missed };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
