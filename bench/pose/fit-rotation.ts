/** The rotation that takes one set of points nearest to another: Horn's quaternion, by power iteration. */
import { normalize, type Quaternion, type Vector3 } from '../../src/geometry/quaternion.ts';

const ITERATIONS = 100;

/** Both sets centred, in the same order. */
export function fitRotation(from: readonly Vector3[], to: readonly Vector3[]): Quaternion {
  const s = [0, 1, 2].map((r) =>
    [0, 1, 2].map((c) => from.reduce((sum, p, i) => sum + p[r]! * to[i]![c]!, 0)),
  );
  const at = (r: number, c: number) => s[r]![c]!;
  const [xx, yy, zz] = [at(0, 0), at(1, 1), at(2, 2)];
  // Horn 1987, eq. for N, in the order x, y, z, w.
  const n = [
    [xx - yy - zz, at(0, 1) + at(1, 0), at(2, 0) + at(0, 2), at(1, 2) - at(2, 1)],
    [at(0, 1) + at(1, 0), yy - xx - zz, at(1, 2) + at(2, 1), at(2, 0) - at(0, 2)],
    [at(2, 0) + at(0, 2), at(1, 2) + at(2, 1), zz - xx - yy, at(0, 1) - at(1, 0)],
    [at(1, 2) - at(2, 1), at(2, 0) - at(0, 2), at(0, 1) - at(1, 0), xx + yy + zz],
  ];
  return largestEigenvector(n);
}

/** The mean of rotations: the largest eigenvector of the sum of q q' (Markley et al. 2007). */
export function meanRotation(rotations: readonly Quaternion[]): Quaternion {
  return largestEigenvector(
    [0, 1, 2, 3].map((r) => [0, 1, 2, 3].map((c) => rotations.reduce((sum, q) => sum + q[r]! * q[c]!, 0))),
  );
}

/** Shifted so that the largest eigenvalue is also the largest in size. */
function largestEigenvector(matrix: readonly (readonly number[])[]): Quaternion {
  const shift = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  let q: Quaternion = normalize([0.1, 0.2, 0.3, 1]);
  for (let i = 0; i < ITERATIONS; i++) {
    const next = matrix.map((row, r) => row.reduce((sum, value, c) => sum + value * q[c]!, shift * q[r]!));
    q = normalize([next[0]!, next[1]!, next[2]!, next[3]!]);
  }
  return q;
}
