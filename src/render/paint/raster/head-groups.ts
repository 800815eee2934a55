/** Which heads are drawn together and where. Pure; owns nothing. */
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { groupRegions, type Region, regionOf } from '../heads/region.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';

/** Heads whose drawings touch: drawn together, because one may hide the other. */
export interface HeadGroup {
  readonly region: Region;
  readonly heads: readonly WearingHead[];
  /** 0..1: less than 1 while they come or go. */
  readonly opacity: number;
}

/** Heads out of view are in no group. */
export function groupHeads(heads: readonly WearingHead[], view: Intrinsics): HeadGroup[] {
  const regions = heads.map(({ model, pose }) => regionOf(model.pointsCm, pose, view));
  return groupRegions(regions).map(({ region, members }) => {
    const together = members.toSorted((a, b) => a - b).flatMap((member) => heads[member] ?? []);
    return { region, heads: together, opacity: Math.max(...together.map(({ opacity }) => opacity)) };
  });
}
