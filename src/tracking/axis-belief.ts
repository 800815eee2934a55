/**
 * A Gaussian belief about one axis of motion: mean and covariance of four numbers.
 *
 *   0 position      where the head is on this axis
 *   1 velocity      a second
 *   2 acceleration  a second squared
 *   3 wander        what the detector is off by for a while: the measurement shows position + wander + white noise
 *
 * Owns the linear algebra of predict, correct and mix; knows no model, no unit and no time.
 * Wander as a state of its own (coloured measurement noise, Bar-Shalom et al. 2001, section 8.3): an error that
 * lasts for some frames, as video codecs make it, is then not taken for motion of the head.
 */

const STATES = 4;
const COVARIANCE = STATES;

/** Numbers that a belief takes in a flat array: the mean, then the covariance in rows. */
export const BELIEF_LENGTH = STATES + STATES * STATES;

export const POSITION = 0;
export const VELOCITY = 1;
export const ACCELERATION = 2;
const WANDER = 3;

/** How a belief moves on: next = matrix * now + noise. Both 4 x 4 in rows. */
export interface Transition {
  readonly matrix: Float64Array;
  readonly noise: Float64Array;
}

/** Where the covariance of two states lies, counted from the start of a belief. */
export function covarianceAt(row: number, column: number): number {
  return COVARIANCE + STATES * row + column;
}

/** Sets a belief: at rest at a position, each state with its own variance. */
export function setBelief(
  beliefs: Float64Array,
  offset: number,
  { position, variances }: { position: number; variances: readonly number[] },
): void {
  beliefs.fill(0, offset, offset + BELIEF_LENGTH);
  beliefs[offset + POSITION] = position;
  variances.forEach((variance, state) => {
    beliefs[offset + covarianceAt(state, state)] = variance;
  });
}

const mean = new Float64Array(STATES);
const product = new Float64Array(STATES * STATES);

/** Moves the belief on: mean = F mean, covariance = F P F' + Q. In place. */
export function propagate(beliefs: Float64Array, offset: number, { matrix, noise }: Transition): void {
  for (let row = 0; row < STATES; row++) {
    let sum = 0;
    for (let k = 0; k < STATES; k++) sum += matrix[STATES * row + k]! * beliefs[offset + k]!;
    mean[row] = sum;
    for (let column = 0; column < STATES; column++) {
      sum = 0;
      for (let k = 0; k < STATES; k++) {
        sum += matrix[STATES * row + k]! * beliefs[offset + covarianceAt(k, column)]!;
      }
      product[STATES * row + column] = sum;
    }
  }
  for (let row = 0; row < STATES; row++) {
    beliefs[offset + row] = mean[row]!;
    for (let column = 0; column < STATES; column++) {
      let sum = noise[STATES * row + column]!;
      for (let k = 0; k < STATES; k++) sum += product[STATES * row + k]! * matrix[STATES * column + k]!;
      beliefs[offset + covarianceAt(row, column)] = sum;
    }
  }
}

/** What a measurement is expected to show: position and wander together. */
export function expectedMeasurement(beliefs: Float64Array, offset: number): number {
  return beliefs[offset + POSITION]! + beliefs[offset + WANDER]!;
}

/** Variance of that expectation, white noise left out. */
export function expectedVariance(beliefs: Float64Array, offset: number): number {
  return (
    beliefs[offset + covarianceAt(POSITION, POSITION)]! +
    2 * beliefs[offset + covarianceAt(POSITION, WANDER)]! +
    beliefs[offset + covarianceAt(WANDER, WANDER)]!
  );
}

/** Kalman's correction by a measurement of position + wander with this variance of white noise. In place. */
export function correct(beliefs: Float64Array, offset: number, measured: number, variance: number): void {
  const innovation = measured - expectedMeasurement(beliefs, offset);
  const total = expectedVariance(beliefs, offset) + variance;
  for (let state = 0; state < STATES; state++) {
    mean[state] =
      beliefs[offset + covarianceAt(state, POSITION)]! + beliefs[offset + covarianceAt(state, WANDER)]!;
  }
  for (let row = 0; row < STATES; row++) {
    const gain = mean[row]! / total;
    beliefs[offset + row]! += gain * innovation;
    for (let column = 0; column < STATES; column++) {
      beliefs[offset + covarianceAt(row, column)]! -= gain * mean[column]!;
    }
  }
}

export interface Mixture {
  readonly beliefs: Float64Array;
  readonly offsets: readonly number[];
  /** Not negative, summing to 1. */
  readonly weights: readonly number[];
}

/** Sets a belief to the ONE Gaussian with the mean and covariance of a mixture: what means differ by is uncertainty. */
export function mix(
  target: Float64Array,
  targetOffset: number,
  { beliefs, offsets, weights }: Mixture,
): void {
  target.fill(0, targetOffset, targetOffset + BELIEF_LENGTH);
  offsets.forEach((offset, i) => {
    for (let k = 0; k < STATES; k++) target[targetOffset + k]! += weights[i]! * beliefs[offset + k]!;
  });
  offsets.forEach((offset, i) => {
    for (let k = 0; k < STATES; k++) mean[k] = beliefs[offset + k]! - target[targetOffset + k]!;
    for (let row = 0; row < STATES; row++) {
      for (let column = 0; column < STATES; column++) {
        const at = covarianceAt(row, column);
        target[targetOffset + at]! += weights[i]! * (beliefs[offset + at]! + mean[row]! * mean[column]!);
      }
    }
  });
}
