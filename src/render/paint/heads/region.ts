/**
 * Which rectangle of the frame a drawing covers. Pure: face model points and poses in, pixels out.
 * Coordinates are the frame's (y down); rectangles begin on even pixels, as chroma does in 4:2:0.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { projectCameraPoint } from '../../../geometry/projection.ts';
import { rotate } from '../../../geometry/quaternion.ts';

export interface Region {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A point nearer than this is not projected: it would land anywhere. */
export const NEAREST_CM = 3;

/** Antialiasing reaches one pixel out, chroma one more. */
const MARGIN_PX = 2;

/**
 * The rectangle around points of the face model (x, y, z of each) under a pose, clamped to the frame.
 * Null when nothing of it is in the frame, or when a point comes too near to the camera to be projected.
 */
export function regionOf(points: ArrayLike<number>, pose: HeadPose, intrinsics: Intrinsics): Region | null {
  const [tx, ty, tz] = pose.translationCm;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < points.length; at += 3) {
    const [x, y, z] = rotate(pose.rotation, [points[at]!, points[at + 1]!, points[at + 2]!]);
    if (z + tz > -NEAREST_CM) return null;
    const [xPx, yPx] = projectCameraPoint([x + tx, y + ty, z + tz], intrinsics);
    left = Math.min(left, xPx);
    right = Math.max(right, xPx);
    top = Math.min(top, yPx);
    bottom = Math.max(bottom, yPx);
  }
  return clampRegion(left - MARGIN_PX, top - MARGIN_PX, right + MARGIN_PX, bottom + MARGIN_PX, intrinsics);
}

function clampRegion(
  left: number,
  top: number,
  right: number,
  bottom: number,
  { widthPx, heightPx }: Intrinsics,
): Region | null {
  const x0 = 2 * Math.floor(Math.max(0, left) / 2);
  const y0 = 2 * Math.floor(Math.max(0, top) / 2);
  // Odd frames end in half a chroma sample: the rectangle may then end on the frame's odd edge.
  const x1 = Math.min(widthPx, 2 * Math.ceil(right / 2));
  const y1 = Math.min(heightPx, 2 * Math.ceil(bottom / 2));
  if (!(x1 > x0 && y1 > y0)) return null;
  return { xPx: x0, yPx: y0, widthPx: x1 - x0, heightPx: y1 - y0 };
}

/** The smallest region that holds both. */
function unite(a: Region, b: Region): Region {
  const xPx = Math.min(a.xPx, b.xPx);
  const yPx = Math.min(a.yPx, b.yPx);
  return {
    xPx,
    yPx,
    widthPx: Math.max(a.xPx + a.widthPx, b.xPx + b.widthPx) - xPx,
    heightPx: Math.max(a.yPx + a.heightPx, b.yPx + b.heightPx) - yPx,
  };
}

export function overlaps(a: Region, b: Region): boolean {
  return (
    a.xPx < b.xPx + b.widthPx &&
    b.xPx < a.xPx + a.widthPx &&
    a.yPx < b.yPx + b.heightPx &&
    b.yPx < a.yPx + a.heightPx
  );
}

/** Heads that are drawn together because one may hide the other, and the region they cover. */
export interface RegionGroup {
  readonly region: Region;
  /** Indices into the list of regions. */
  readonly members: readonly number[];
}

/** Puts regions that touch into one group, until no two groups touch. Null regions belong to none. */
export function groupRegions(regions: readonly (Region | null)[]): RegionGroup[] {
  const groups: RegionGroup[] = [];
  regions.forEach((own, index) => {
    if (!own) return;
    let joined: RegionGroup = { region: own, members: [index] };
    for (let at = 0; at < groups.length; ) {
      const other = groups[at]!;
      if (!overlaps(joined.region, other.region)) {
        at += 1;
        continue;
      }
      joined = { region: unite(joined.region, other.region), members: [...other.members, ...joined.members] };
      groups.splice(at, 1);
      // The grown region may touch a group that was passed before.
      at = 0;
    }
    groups.push(joined);
  });
  return groups;
}
