/**
 * Smooths and foretells where a head is. Works on (x / depth, y / depth, log depth): an image tells direction well and
 * depth badly, and in these coordinates the noise of the one does not leak into the other.
 * Owns the chart and the noise of position; the estimator inside is regime-filter.ts.
 */
import { FACE_WIDTH_CM } from '../geometry/face-model.ts';
import type { Vector3 } from '../geometry/quaternion.ts';
import type { MotionNoise } from './motion-models.ts';
import { createDifferenceWindow, createNoiseEstimate, worthOfResidual } from './noise-estimate.ts';
import { createRegimeFilter } from './regime-filter.ts';

/** Across the image, before any is known: 0.4 % of the width of a face at 60 cm, as a tangent. */
const PRIOR_DIRECTION_DEVIATION = (0.004 * FACE_WIDTH_CM) / 60;
/** Relative. */
const PRIOR_DEPTH_DEVIATION = 0.006;

/** Speed of a face just found, cm/s, standard deviation. */
const FIRST_SPEED = 20;

/** Centimetres, seconds: made into the chart's units by the depth at hand. */
const NOISE_CM: MotionNoise = {
  /** At rest a head sways by some millimetres a second. */
  stillAcceleration: 0.15 ** 2,
  /** Leaning, sitting down: 1 m/s within half a second. */
  movingAcceleration: 40 ** 2,
  /** The nose of a shaken head: 7 cm at 1.4 Hz has 4,800 cm/s^3. */
  swingJerk: 600 ** 2,
};

export interface PositionFilter {
  start(measuredCm: Vector3, seconds: number): void;
  /** @param varianceFactor 1 for an ordinary measurement, more for one less sure */
  observe(measuredCm: Vector3, seconds: number, varianceFactor: number): void;
  /** Expected position at a time, cm of camera space. */
  predict(seconds: number): Vector3;
}

/** A filter for one head's translation (head-pose.ts); times in seconds on any clock that moves forward. */
export function createPositionFilter(): PositionFilter {
  const direction = createRegimeFilter(2);
  const depth = createRegimeFilter(1);
  const window = createDifferenceWindow();
  const estimates = [PRIOR_DIRECTION_DEVIATION, PRIOR_DIRECTION_DEVIATION, PRIOR_DEPTH_DEVIATION].map(
    createNoiseEstimate,
  );
  let lastSeconds = 0;
  let recent: Vector3[] = [];

  const variances = (factor: number) => estimates.map((estimate) => factor * estimate.deviation() ** 2);

  function learnNoise(measured: Vector3, seconds: number, varianceFactor: number): void {
    const weights = window.push(seconds);
    recent = [...recent.slice(-4), measured];
    if (!weights) return;
    const speeds = [...direction.velocity(), ...depth.velocity()];
    estimates.forEach((estimate, axis) => {
      const residual = recent.reduce((sum, vector, i) => sum + weights[i]! * vector[axis]!, 0);
      const worth = worthOfResidual(speeds[axis]!, seconds - lastSeconds, estimate.deviation());
      estimate.add(residual / Math.sqrt(varianceFactor), worth);
    });
  }

  return {
    start(measuredCm, seconds) {
      const measured = toChart(measuredCm);
      const depthCm = -measuredCm[2];
      lastSeconds = seconds;
      recent = [];
      window.clear();
      const [x, y, z] = variances(1);
      direction.start(measured.slice(0, 2), [x!, y!], (FIRST_SPEED / depthCm) ** 2);
      depth.start(measured.slice(2), [z!], (FIRST_SPEED / depthCm) ** 2);
      learnNoise(measured, seconds, 1);
    },

    observe(measuredCm, seconds, varianceFactor) {
      const measured = toChart(measuredCm);
      learnNoise(measured, seconds, varianceFactor);
      const step = { seconds: seconds - lastSeconds, noise: noiseAt(Math.exp(depth.predict(0)[0]!)) };
      const [x, y, z] = variances(varianceFactor);
      direction.observe(measured.slice(0, 2), [x!, y!], step);
      depth.observe(measured.slice(2), [z!], step);
      lastSeconds = seconds;
    },

    predict(seconds) {
      const [x, y] = direction.predict(seconds - lastSeconds);
      const [logDepth] = depth.predict(seconds - lastSeconds);
      return fromChart([x!, y!, logDepth!]);
    },
  };
}

function noiseAt(depthCm: number): MotionNoise {
  return {
    stillAcceleration: NOISE_CM.stillAcceleration / depthCm ** 2,
    movingAcceleration: NOISE_CM.movingAcceleration / depthCm ** 2,
    swingJerk: NOISE_CM.swingJerk / depthCm ** 2,
  };
}

function toChart([x, y, z]: Vector3): Vector3 {
  return [x / -z, y / -z, Math.log(-z)];
}

function fromChart([x, y, logDepth]: Vector3): Vector3 {
  const depthCm = Math.exp(logDepth);
  return [x * depthCm, y * depthCm, -depthCm];
}
