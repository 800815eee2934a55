/**
 * Smooths and foretells a rotation. Error-state: the filter works on small rotation vectors (radians, camera axes)
 * about a reference that moves along with the estimate, so nothing wraps and nothing degenerates at any angle.
 * Owns the chart and the figures of rotation; the estimator inside is regime-filter.ts.
 * Sola, "Quaternion kinematics for the error-state Kalman filter" (2017), section 7, with the error on the left
 * (rotation = exp(error) * reference), because the noise of what a camera measures has the camera's axes.
 */
import {
  conjugate,
  fromRotationVector,
  IDENTITY,
  multiply,
  normalize,
  type Quaternion,
  toRotationVector,
} from '../geometry/quaternion.ts';
import type { MotionScale } from './motion-models.ts';
import { createNoiseEstimate } from './noise-estimate.ts';
import { createRegimeFilter } from './regime-filter.ts';

const DEGREE = Math.PI / 180;

/** Measurement noise before any is known: yaw and pitch are read off differences of depth, roll off the image itself. */
const PRIOR_DEVIATIONS = [0.6 * DEGREE, 0.6 * DEGREE, 0.3 * DEGREE];

/** Turning speed of a face just found, standard deviation. */
const FIRST_SPEED = 60 * DEGREE;

const SCALE: MotionScale = {
  stillWalk: 0.6 * DEGREE,
  movingWalk: 10 * DEGREE,
  swingWalk: 400 * DEGREE,
  movingStart: 12 * DEGREE,
  swingStart: 60 * DEGREE,
};

export interface RotationFilter {
  /** @param varianceFactor 1 for an ordinary measurement, more for one less sure */
  observe(measured: Quaternion, seconds: number, varianceFactor: number): void;
  /** Expected rotation at a time, unit. */
  predict(seconds: number): Quaternion;
  /** Radians a second. */
  speed(): number;
  /** Standard deviation of an ordinary measurement, radians. */
  deviation(): number;
}

/** A filter for one head's rotation (head-pose.ts), started at a measured one. Seconds on any clock that moves forward. */
export function createRotationFilter(first: Quaternion, firstSeconds: number): RotationFilter {
  const filter = createRegimeFilter(3);
  const noise = createNoiseEstimate({
    priors: PRIOR_DEVIATIONS,
    chart: (window) => window.map((rotation) => vectorFrom(asQuaternion(window[2]!), asQuaternion(rotation))),
  });
  let reference = first;
  let lastSeconds = firstSeconds;
  filter.start([0, 0, 0], noise.noise(1), FIRST_SPEED);
  noise.learn(first, { seconds: firstSeconds, speeds: [0, 0, 0], varianceFactor: 1 });

  /** Moves the reference onto the estimate, and every model's error along. */
  function recentre(): void {
    const moved = fromVector(filter.predict(0));
    const back = conjugate(moved);
    filter.mapPositions((error) => toRotationVector(multiply(fromVector(error), back)));
    reference = normalize(multiply(moved, reference));
  }

  return {
    observe(measured, seconds, varianceFactor) {
      const speed = filter.speed();
      noise.learn(measured, { seconds, speeds: [speed, speed, speed], varianceFactor });
      filter.observe(vectorFrom(reference, measured), noise.noise(varianceFactor), {
        seconds: seconds - lastSeconds,
        scale: SCALE,
      });
      lastSeconds = seconds;
      recentre();
    },
    predict: (seconds) => normalize(multiply(fromVector(filter.predict(seconds - lastSeconds)), reference)),
    speed: () => filter.speed(),
    deviation() {
      const { white, wander } = noise.noise(1);
      return Math.sqrt([...white, ...wander].reduce((sum, variance) => sum + variance, 0));
    },
  };
}

/** The rotation vector that turns one rotation into another, camera axes. */
function vectorFrom(from: Quaternion, to: Quaternion) {
  return toRotationVector(multiply(to, conjugate(from)));
}

function fromVector([x = 0, y = 0, z = 0]: readonly number[]): Quaternion {
  return fromRotationVector([x, y, z]);
}

function asQuaternion([x, y, z, w]: readonly number[]): Quaternion {
  return x === undefined || y === undefined || z === undefined || w === undefined ? IDENTITY : [x, y, z, w];
}
