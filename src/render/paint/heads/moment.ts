/** What is known of the heads at a frame's time. Types alone. */
import type { HeadPose } from '../../../geometry/head-pose.ts';

/** A head to paint on. */
export interface Head {
  /** Stays with a head while it is followed. */
  readonly id: number;
  readonly pose: HeadPose;
}

/** What is known of the heads at a frame's time. */
export interface Moment {
  readonly timestampUs: number;
  readonly heads: readonly Head[];
  /** Where there may be a head more: what hides faces hides it there too. */
  readonly unconfirmed?: readonly HeadPose[];
  /** Of what is worn. One is cheaper, and edges crawl; four are the rule. */
  readonly samplesAPixel?: 1 | 4;
}
