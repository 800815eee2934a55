/**
 * A few points around many: what must be projected each frame to know where a thing appears.
 * Pure; owns nothing.
 */
import type { Vector3 } from '../../geometry/quaternion.ts';
import type { WornTriangles } from '../prepared-parts.ts';

/** About 10 degrees apart: between two directions the hull stands out by less than 2 % of its size. */
const DIRECTIONS = 320;
const SAFETY = 1.02;

/** Directions spread evenly over the sphere (a Fibonacci lattice). */
const directions: readonly Vector3[] = Array.from({ length: DIRECTIONS }, (_, index) => {
  const y = 1 - (2 * index + 1) / DIRECTIONS;
  const radius = Math.sqrt(1 - y * y);
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return [radius * Math.cos(angle), y, radius * Math.sin(angle)];
});

/** x, y, z of points whose hull holds every vertex. Empty for no surfaces. */
export function outerPoints(surfaces: readonly Pick<WornTriangles, 'positionsCm'>[]): Float32Array {
  const farthest = directions.map(() => Number.NEGATIVE_INFINITY);
  const points: Vector3[] = directions.map(() => [0, 0, 0]);
  // Two sides of one surface have the same vertices.
  for (const vertices of new Set(surfaces.map(({ positionsCm }) => positionsCm))) {
    for (let at = 0; at < vertices.length; at += 3) {
      const point: Vector3 = [vertices[at]!, vertices[at + 1]!, vertices[at + 2]!];
      directions.forEach((direction, index) => {
        const reach = direction[0] * point[0] + direction[1] * point[1] + direction[2] * point[2];
        if (reach <= farthest[index]!) return;
        farthest[index] = reach;
        points[index] = point;
      });
    }
  }
  const outer = [...new Set(points)];
  const centre = [0, 1, 2].map((axis) => outer.reduce((sum, point) => sum + point[axis]!, 0) / outer.length);
  const outwards = (point: Vector3, axis: 0 | 1 | 2) =>
    centre[axis]! + SAFETY * (point[axis] - centre[axis]!);
  if (surfaces.length === 0) return new Float32Array(0);
  return Float32Array.from(
    outer.flatMap((point) => [outwards(point, 0), outwards(point, 1), outwards(point, 2)]),
  );
}
