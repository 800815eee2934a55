/**
 * When a drawing may be laid on again: as long as every point around what is worn lies within a tenth of a pixel of where
 * it was, and light within half a level of 255. Pure; owns these bounds. The comparison is always with what the drawing was
 * made for, so that errors do not add up.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { rotate } from '../../../geometry/quaternion.ts';
import type { Light } from '../../prepared-parts.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';
import type { Scale } from './drawing-budget.ts';

/** All that a drawing's pixels follow from. */
export interface DrawnFor {
  readonly heads: readonly WearingHead[];
  readonly intrinsics: Intrinsics;
  readonly light: Light;
  readonly opacity: number;
  readonly scale: Scale;
}

const MOST_PX = 0.1;
const HALF_LEVEL = 0.5 / 255;

export function isStillRight(made: DrawnFor, now: DrawnFor): boolean {
  return (
    made.scale === now.scale &&
    made.intrinsics.widthPx === now.intrinsics.widthPx &&
    made.intrinsics.heightPx === now.intrinsics.heightPx &&
    made.intrinsics.focalPx === now.intrinsics.focalPx &&
    isNear(made.opacity, now.opacity) &&
    made.light.every((value, channel) => isNear(value, now.light[channel]!)) &&
    made.heads.length === now.heads.length &&
    made.heads.every(({ model, pose }, index) => {
      const head = now.heads[index];
      return head?.model === model && movesAtMost(MOST_PX, model.pointsCm, [pose, head.pose], now.intrinsics);
    })
  );
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < HALF_LEVEL;
}

/** Whether all points appear under both poses within so many pixels of each other. */
function movesAtMost(
  mostPx: number,
  pointsCm: Float32Array,
  [before, after]: readonly [HeadPose, HeadPose],
  { focalPx }: Intrinsics,
): boolean {
  const most2 = (mostPx / focalPx) ** 2;
  for (let at = 0; at < pointsCm.length; at += 3) {
    const point = [pointsCm[at]!, pointsCm[at + 1]!, pointsCm[at + 2]!] as const;
    const [ax, ay, az] = rotate(before.rotation, point);
    const [bx, by, bz] = rotate(after.rotation, point);
    const farA = az + before.translationCm[2];
    const farB = bz + after.translationCm[2];
    const dx = (ax + before.translationCm[0]) / farA - (bx + after.translationCm[0]) / farB;
    const dy = (ay + before.translationCm[1]) / farA - (by + after.translationCm[1]) / farB;
    // Said so that what is not a number is not near.
    if (!(dx * dx + dy * dy < most2)) return false;
  }
  return true;
}
