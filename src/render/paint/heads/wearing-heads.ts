/** Which head wears what. Pure; owns nothing. */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { WornModel } from '../../prepared-parts.ts';
import type { FadingHead } from './head-fades.ts';

/** A head and what it wears. */
export interface WearingHead {
  readonly model: WornModel;
  readonly pose: HeadPose;
  readonly opacity: number;
}

/** What the first head wears, and what all others do; null: nothing. */
export interface WornModels {
  readonly first: WornModel | null;
  readonly others: WornModel | null;
}

/** The first head wears the look's own things, all others theirs, where they have any. */
export function wearingHeadsOf(heads: readonly FadingHead[], { first, others }: WornModels): WearingHead[] {
  return heads.flatMap(({ pose, opacity }, index) => {
    const worn = index === 0 ? first : others;
    return worn ? [{ model: worn, pose, opacity }] : [];
  });
}
