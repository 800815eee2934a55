/**
 * A Gaussian belief about one axis of motion: position, velocity and acceleration, mean and covariance.
 * Owns the linear algebra of predict and correct for three states; knows no model, no unit and no time.
 */

/** Numbers an axis takes in the flat arrays: mean p, v, a, then covariance pp, pv, pa, vv, va, aa. */
export const AXIS_LENGTH = 9;

/** Row-major 3 x 3 state transition, and the six numbers of a symmetric process noise (pp, pv, pa, vv, va, aa). */
export interface Transition {
  readonly matrix: Float64Array;
  readonly processNoise: Float64Array;
}

/** Moves the belief at offset forward: mean = F mean, covariance = F P F' + Q. In place. */
export function propagate(
  beliefs: Float64Array,
  offset: number,
  { matrix: f, processNoise: q }: Transition,
): void {
  const p = beliefs[offset]!;
  const v = beliefs[offset + 1]!;
  const a = beliefs[offset + 2]!;
  const pp = beliefs[offset + 3]!;
  const pv = beliefs[offset + 4]!;
  const pa = beliefs[offset + 5]!;
  const vv = beliefs[offset + 6]!;
  const va = beliefs[offset + 7]!;
  const aa = beliefs[offset + 8]!;
  for (let row = 0; row < 3; row++) {
    beliefs[offset + row] = f[3 * row]! * p + f[3 * row + 1]! * v + f[3 * row + 2]! * a;
  }
  let slot = offset + 3;
  for (let row = 0; row < 3; row++) {
    const f0 = f[3 * row]!;
    const f1 = f[3 * row + 1]!;
    const f2 = f[3 * row + 2]!;
    const toP = f0 * pp + f1 * pv + f2 * pa;
    const toV = f0 * pv + f1 * vv + f2 * va;
    const toA = f0 * pa + f1 * va + f2 * aa;
    for (let column = row; column < 3; column++) {
      beliefs[slot] =
        toP * f[3 * column]! + toV * f[3 * column + 1]! + toA * f[3 * column + 2]! + q[slot - offset - 3]!;
      slot++;
    }
  }
}

/**
 * Kalman correction by a measured position. In place.
 * @returns the log likelihood of the measurement under the belief before it (constant term left out)
 */
export function correct(
  beliefs: Float64Array,
  offset: number,
  measured: number,
  measurementNoise: number,
): number {
  const pp = beliefs[offset + 3]!;
  const pv = beliefs[offset + 4]!;
  const pa = beliefs[offset + 5]!;
  const innovation = measured - beliefs[offset]!;
  const innovationVariance = pp + measurementNoise;
  const gainP = pp / innovationVariance;
  const gainV = pv / innovationVariance;
  const gainA = pa / innovationVariance;
  beliefs[offset]! += gainP * innovation;
  beliefs[offset + 1]! += gainV * innovation;
  beliefs[offset + 2]! += gainA * innovation;
  beliefs[offset + 3]! -= gainP * pp;
  beliefs[offset + 4]! -= gainP * pv;
  beliefs[offset + 5]! -= gainP * pa;
  beliefs[offset + 6]! -= gainV * pv;
  beliefs[offset + 7]! -= gainV * pa;
  beliefs[offset + 8]! -= gainA * pa;
  return -0.5 * (Math.log(innovationVariance) + (innovation * innovation) / innovationVariance);
}

/** Sets target = sum of weights[i] * source_i as ONE Gaussian (moment matching): means average, spread of means adds. */
export function mix(
  target: Float64Array,
  targetOffset: number,
  sources: {
    readonly beliefs: Float64Array;
    readonly offsets: readonly number[];
    readonly weights: readonly number[];
  },
): void {
  const { beliefs, offsets, weights } = sources;
  let p = 0;
  let v = 0;
  let a = 0;
  for (let i = 0; i < offsets.length; i++) {
    p += weights[i]! * beliefs[offsets[i]!]!;
    v += weights[i]! * beliefs[offsets[i]! + 1]!;
    a += weights[i]! * beliefs[offsets[i]! + 2]!;
  }
  target.fill(0, targetOffset + 3, targetOffset + AXIS_LENGTH);
  target[targetOffset] = p;
  target[targetOffset + 1] = v;
  target[targetOffset + 2] = a;
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i]!;
    const weight = weights[i]!;
    const dp = beliefs[offset]! - p;
    const dv = beliefs[offset + 1]! - v;
    const da = beliefs[offset + 2]! - a;
    target[targetOffset + 3]! += weight * (beliefs[offset + 3]! + dp * dp);
    target[targetOffset + 4]! += weight * (beliefs[offset + 4]! + dp * dv);
    target[targetOffset + 5]! += weight * (beliefs[offset + 5]! + dp * da);
    target[targetOffset + 6]! += weight * (beliefs[offset + 6]! + dv * dv);
    target[targetOffset + 7]! += weight * (beliefs[offset + 7]! + dv * da);
    target[targetOffset + 8]! += weight * (beliefs[offset + 8]! + da * da);
  }
}
