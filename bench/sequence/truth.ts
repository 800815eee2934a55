/** The truth of a rendered video of heads, as its makers wrote it: metres, pixels, degrees. */
import type { Quaternion } from '../../src/geometry/quaternion.ts';

export interface SequenceTruth {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly fx_px: number;
  readonly head_models: Readonly<
    Record<string, { readonly keypoints_head_m: readonly (readonly number[])[] }>
  >;
  readonly per_frame: readonly { readonly heads: readonly TrueHead[] }[];
}

export interface TrueHead {
  readonly model: string;
  readonly q_xyzw: Quaternion;
  readonly ypr_deg: readonly [yaw: number, pitch: number, roll: number];
  readonly t_m: readonly [number, number, number];
  readonly kp_px: readonly (readonly [number, number])[];
  readonly in_frame: boolean;
}
