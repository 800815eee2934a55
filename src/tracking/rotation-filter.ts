/**
 * Smooths and foretells a rotation. Error-state: the filter works on small rotation vectors (radians, camera axes)
 * around a reference that moves along with the estimate, so nothing wraps and nothing degenerates at any angle.
 * Owns the chart and the noise of rotation; the estimator inside is regime-filter.ts.
 * Error-state on the tangent space: Sola, "Quaternion kinematics for the error-state Kalman filter" (2017), section 7,
 * with the error on the left (rotation = exp(error) * reference), as measured noise has camera axes.
 */
import {
  conjugate,
  fromRotationVector,
  multiply,
  normalize,
  type Quaternion,
  toRotationVector,
  type Vector3,
} from '../geometry/quaternion.ts';
import type { MotionNoise } from './motion-models.ts';
import { createDifferenceWindow, createNoiseEstimate, worthOfResidual } from './noise-estimate.ts';
import { createRegimeFilter } from './regime-filter.ts';

const DEGREE = Math.PI / 180;

/** Measurement noise before any is known: turns out of the image plane are read off depth, roll off the plane itself. */
const PRIOR_DEVIATIONS: Vector3 = [0.6 * DEGREE, 0.6 * DEGREE, 0.3 * DEGREE];

/** Turning speed of a face just found, standard deviation: from rest to a brisk turn. */
const FIRST_SPEED = 60 * DEGREE;

const NOISE: MotionNoise = {
  /** At rest the head wanders by a degree a second within a second. */
  stillAcceleration: (0.6 * DEGREE) ** 2,
  /** Turns start and stop with some 300 degrees/s^2 held for a fifth of a second. */
  movingAcceleration: (150 * DEGREE) ** 2,
  /** A shake of 40 degrees at 1.4 Hz has 27,000 degrees/s^3; what the spring does not explain is a third of it, for a frame or two. */
  swingJerk: (2500 * DEGREE) ** 2,
};

export interface RotationFilter {
  start(measured: Quaternion, seconds: number): void;
  /** @param varianceFactor 1 for an ordinary measurement, more for one less sure */
  observe(measured: Quaternion, seconds: number, varianceFactor: number): void;
  /** Expected rotation at a time, unit. */
  predict(seconds: number): Quaternion;
}

/** A filter for one head's rotation (head-pose.ts); times in seconds on any clock that moves forward. */
export function createRotationFilter(): RotationFilter {
  const filter = createRegimeFilter(3);
  const window = createDifferenceWindow();
  const estimates = PRIOR_DEVIATIONS.map(createNoiseEstimate);
  let reference: Quaternion = [0, 0, 0, 1];
  let lastSeconds = 0;
  let recent: Quaternion[] = [];

  const vectorFrom = (origin: Quaternion, rotation: Quaternion) =>
    toRotationVector(multiply(rotation, conjugate(origin)));
  const variances = (factor: number) => estimates.map((estimate) => factor * estimate.deviation() ** 2);

  function learnNoise(measured: Quaternion, seconds: number, varianceFactor: number): void {
    const weights = window.push(seconds);
    recent = [...recent.slice(-4), measured];
    if (!weights) return;
    const middle = recent[2]!;
    const vectors = recent.map((rotation) => vectorFrom(middle, rotation));
    const speed = Math.hypot(...filter.velocity());
    estimates.forEach((estimate, axis) => {
      const residual = vectors.reduce((sum, vector, i) => sum + weights[i]! * vector[axis]!, 0);
      const worth = worthOfResidual(speed, seconds - lastSeconds, estimate.deviation());
      estimate.add(residual / Math.sqrt(varianceFactor), worth);
    });
  }

  return {
    start(measured, seconds) {
      reference = measured;
      lastSeconds = seconds;
      recent = [];
      window.clear();
      filter.start([0, 0, 0], variances(1), FIRST_SPEED ** 2);
      learnNoise(measured, seconds, 1);
    },

    observe(measured, seconds, varianceFactor) {
      learnNoise(measured, seconds, varianceFactor);
      filter.observe(vectorFrom(reference, measured), variances(varianceFactor), {
        seconds: seconds - lastSeconds,
        noise: NOISE,
      });
      lastSeconds = seconds;
      const moved = fromRotationVector(asVector(filter.predict(0)));
      const back = conjugate(moved);
      filter.mapPositions((error) => toRotationVector(multiply(fromRotationVector(asVector(error)), back)));
      reference = normalize(multiply(moved, reference));
    },

    predict: (seconds) =>
      normalize(multiply(fromRotationVector(asVector(filter.predict(seconds - lastSeconds))), reference)),
  };
}

function asVector(values: readonly number[]): Vector3 {
  return [values[0]!, values[1]!, values[2]!];
}
