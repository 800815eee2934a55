/**
 * Which seen face is which known head: the assignment with the least total distance.
 * Owns the distance between two poses and the choice; lives and ids of heads are in head-tracks.ts.
 */
import { FACE_WIDTH_CM } from '../geometry/face-model.ts';
import type { HeadPose } from '../geometry/head-pose.ts';
import { angleBetween } from '../geometry/quaternion.ts';

/** Between two detections a head strays from where it was expected by about this much (standard deviations). */
const DIRECTION_SPREAD_FACE_WIDTHS = 0.3;
const DEPTH_SPREAD = 0.15;
const ROTATION_SPREAD_RADIANS = 0.5;

/** Farther across the image than this, in face widths, it is another head. */
const GATE_FACE_WIDTHS = 1.2;
/** A head does not come this much nearer or farther (natural logarithm) between two detections. */
const GATE_DEPTH = 0.5;

/** What leaving a head without a face costs: more than any pair within the gates. */
const UNMATCHED_COST = 100;

/** Squared distance between an expected and a seen pose in standard deviations; null when they cannot be one head. */
export function poseDistance(expected: HeadPose, seen: HeadPose): number | null {
  const apart = apartness(expected, seen);
  if (apart.faceWidths > GATE_FACE_WIDTHS || apart.depth > GATE_DEPTH) return null;
  const turned = angleBetween(expected.rotation, seen.rotation);
  return (
    (apart.faceWidths / DIRECTION_SPREAD_FACE_WIDTHS) ** 2 +
    (apart.depth / DEPTH_SPREAD) ** 2 +
    (turned / ROTATION_SPREAD_RADIANS) ** 2
  );
}

/** How far two heads are apart in the image, in widths of the larger face there, and in depth (|log ratio|). */
export function apartness(a: HeadPose, b: HeadPose): { faceWidths: number; depth: number } {
  const [ax, ay, az] = a.translationCm;
  const [bx, by, bz] = b.translationCm;
  const across = Math.hypot(ax / az - bx / bz, ay / az - by / bz);
  const faceWidth = FACE_WIDTH_CM / Math.min(-az, -bz);
  return { faceWidths: across / faceWidth, depth: Math.abs(Math.log(az / bz)) };
}

/**
 * The cheapest assignment, by trying all: there are at most four heads.
 * @param costs a row a head, a column a face; null where the two cannot be one
 * @returns for every head its face's column, or null
 */
export function assign(costs: readonly (readonly (number | null)[])[]): (number | null)[] {
  let best: { cost: number; columns: (number | null)[] } = { cost: Number.POSITIVE_INFINITY, columns: [] };
  const taken = new Set<number>();
  const columns: (number | null)[] = [];
  const visit = (row: number, cost: number): void => {
    if (cost >= best.cost) return;
    const pairs = costs[row];
    if (!pairs) {
      best = { cost, columns: [...columns] };
      return;
    }
    pairs.forEach((pair, column) => {
      if (pair === null || taken.has(column)) return;
      taken.add(column);
      columns[row] = column;
      visit(row + 1, cost + pair);
      taken.delete(column);
    });
    columns[row] = null;
    visit(row + 1, cost + UNMATCHED_COST);
  };
  visit(0, 0);
  return best.columns;
}
