/**
 * Where heads are in the picture. Pure: poses in, ellipses out.
 * Owns two outlines: a generous one around all of a head, and the exact ones of the solids it is made of.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { projectCameraPoint } from '../../../geometry/projection.ts';
import { rotate, type Vector3 } from '../../../geometry/quaternion.ts';
import { type Ellipsoid, HEAD_SHAPE } from './head-shape.ts';
import { NEAREST_CM } from './region.ts';

/** Axes along the picture's. */
export interface Ellipse {
  readonly xPx: number;
  readonly yPx: number;
  readonly radiusXPx: number;
  readonly radiusYPx: number;
}

export interface HeadOutline extends Ellipse {
  /** How large a centimetre of the face appears. */
  readonly pxPerCm: number;
}

/** The middle of a head, on the face model's axes. */
export const HEAD_CENTRE_CM: Vector3 = [0, 4.2, -10];
/** The neck shows no face. */
const NECK_INDEX = 4;
const DIRECTIONS: readonly Vector3[] = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z): Vector3 => [x, y, z])),
);

/** Points on every solid of the head, moved outwards by a margin. */
function headPoints(marginCm: number): Vector3[] {
  return HEAD_SHAPE.filter((_, index) => index !== NECK_INDEX).flatMap(({ centreCm, radiiCm }) =>
    DIRECTIONS.map((direction): Vector3 => {
      const length = Math.hypot(...direction) || 1;
      const at = (axis: 0 | 1 | 2) =>
        centreCm[axis] + ((radiiCm[axis] + marginCm) * direction[axis]) / length;
      return [at(0), at(1), at(2)];
    }),
  );
}

const known = new Map<number, readonly Vector3[]>();

/**
 * The ellipse that holds all of a head and a margin around it.
 * Null when the head is so near that parts of it cannot be projected: it may then be anywhere.
 */
export function outlineOf(pose: HeadPose, intrinsics: Intrinsics, marginCm: number): HeadOutline | null {
  const points = known.get(marginCm) ?? headPoints(marginCm);
  known.set(marginCm, points);
  const [tx, ty, tz] = pose.translationCm;
  const projected: (readonly [number, number])[] = [];
  for (const point of points) {
    const [x, y, z] = rotate(pose.rotation, point);
    if (z + tz > -NEAREST_CM) return null;
    projected.push(projectCameraPoint([x + tx, y + ty, z + tz], intrinsics));
  }
  const [xs, ys] = [projected.map(([x]) => x), projected.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [xPx, yPx] = [(left + right) / 2, (top + bottom) / 2];
  const [halfX, halfY] = [(right - left) / 2, (bottom - top) / 2];
  // The ellipse within the bounding box, grown until the last point lies in it.
  const grow = Math.sqrt(
    Math.max(...projected.map(([x, y]) => ((x - xPx) / halfX) ** 2 + ((y - yPx) / halfY) ** 2)),
  );
  return { xPx, yPx, radiusXPx: grow * halfX, radiusYPx: grow * halfY, pxPerCm: intrinsics.focalPx / -tz };
}

/** A conic: inside where xx x^2 + xy x y + yy y^2 + x x + y y + one is below zero. */
export interface Conic {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly x: number;
  readonly y: number;
  readonly one: number;
}

/**
 * The exact outlines of the head's solids in pixels: the image of a quadric is the conic whose dual is P Q* P^T
 * (Hartley, Zisserman: Multiple View Geometry, 2nd edition, 8.3). Solids that reach behind the camera have none.
 */
export function silhouettesOf(pose: HeadPose, intrinsics: Intrinsics): Conic[] {
  return HEAD_SHAPE.flatMap((solid) => silhouetteOf(solid, pose, intrinsics) ?? []);
}

function silhouetteOf({ centreCm, radiiCm }: Ellipsoid, pose: HeadPose, lens: Intrinsics): Conic | null {
  const centre = rotate(pose.rotation, centreCm).map((value, axis) => value + pose.translationCm[axis]!);
  if (centre[2]! + Math.max(...radiiCm) > -NEAREST_CM) return null;
  const axes = [0, 1, 2].map((axis) => {
    const unit: Vector3 = [axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0];
    return rotate(pose.rotation, unit).map((value) => value * radiiCm[axis as 0 | 1 | 2]);
  });
  // To pixels in homogeneous coordinates: x right, y down, the last one the distance.
  const { focalPx: f, widthPx, heightPx } = lens;
  const toPixels = ([x, y, z]: readonly number[]) => [
    f * x! - (widthPx / 2) * z!,
    -f * y! - (heightPx / 2) * z!,
    -z!,
  ];
  const [a, b, c, m] = [...axes, centre].map(toPixels) as [number[], number[], number[], number[]];
  const dual = (row: number, column: number) =>
    a[row]! * a[column]! + b[row]! * b[column]! + c[row]! * c[column]! - m[row]! * m[column]!;
  const [d00, d01, d02, d11, d12, d22] = [
    dual(0, 0),
    dual(0, 1),
    dual(0, 2),
    dual(1, 1),
    dual(1, 2),
    dual(2, 2),
  ] as const;
  const conic = {
    xx: d11 * d22 - d12 * d12,
    xy: 2 * (d02 * d12 - d01 * d22),
    yy: d00 * d22 - d02 * d02,
    x: 2 * (d01 * d12 - d02 * d11),
    y: 2 * (d01 * d02 - d00 * d12),
    one: d00 * d11 - d01 * d01,
  };
  const sign = conic.xx < 0 ? -1 : 1;
  const scaled = (value: number) => (sign * value) / Math.abs(conic.xx);
  return {
    xx: scaled(conic.xx),
    xy: scaled(conic.xy),
    yy: scaled(conic.yy),
    x: scaled(conic.x),
    y: scaled(conic.y),
    one: scaled(conic.one),
  };
}

/** Where a row of the picture crosses a conic: from, to; null where it does not. */
export function crossing({ xx, xy, yy, x, y, one }: Conic, rowPx: number): readonly [number, number] | null {
  const b = xy * rowPx + x;
  const c = yy * rowPx * rowPx + y * rowPx + one;
  const root = b * b - 4 * xx * c;
  if (root <= 0) return null;
  const half = Math.sqrt(root) / (2 * xx);
  const middle = -b / (2 * xx);
  return [middle - half, middle + half];
}
