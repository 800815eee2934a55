/**
 * A few points around many: what must be projected each frame to know where a thing appears.
 * Pure; owns nothing.
 */
import type { BufferGeometry } from 'three';
import type { Vector3 } from '../../geometry/quaternion.ts';

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

/** Points whose hull holds every vertex that the geometries draw. Empty for no geometries. */
export function outerPoints(geometries: readonly BufferGeometry[]): Vector3[] {
  const farthest = directions.map(() => Number.NEGATIVE_INFINITY);
  const points: Vector3[] = directions.map(() => [0, 0, 0]);
  for (const geometry of geometries) {
    const position = geometry.getAttribute('position');
    for (const vertex of new Set(geometry.index!.array)) {
      const point: Vector3 = [position.getX(vertex), position.getY(vertex), position.getZ(vertex)];
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
  return geometries.length === 0
    ? []
    : outer.map((point) => [outwards(point, 0), outwards(point, 1), outwards(point, 2)]);
}
