/**
 * Smooths and foretells where a head is. Works on (x / depth, y / depth, log depth): an image tells direction well and
 * depth badly, and in these coordinates the noise of the one does not leak into the other.
 * Owns the chart and the figures of position; the estimator inside is regime-filter.ts.
 */
import { FACE_WIDTH_CM } from '../geometry/face-model.ts';
import type { Vector3 } from '../geometry/quaternion.ts';
import type { MotionScale } from './motion-models.ts';
import { createNoiseEstimate, type MeasurementNoise } from './noise-estimate.ts';
import { createRegimeFilter } from './regime-filter.ts';

/** Measurement noise before any is known: direction 0.4 % of the width of a face at 60 cm, depth relative. */
const PRIOR_DIRECTION_DEVIATION = (0.004 * FACE_WIDTH_CM) / 60;
const PRIOR_DEPTH_DEVIATION = 0.006;

/** Speed of a face just found, cm/s, standard deviation. */
const FIRST_SPEED_CM = 20;

/** In centimetres; the depth at hand makes it a scale of the chart. */
const SCALE_CM: MotionScale = {
  stillWalk: 0.2,
  movingWalk: 1.5,
  swingWalk: 30,
  movingStart: 8,
  swingStart: 40,
};

export interface PositionFilter {
  /** @param varianceFactor 1 for an ordinary measurement, more for one less sure */
  observe(measuredCm: Vector3, seconds: number, varianceFactor: number): void;
  /** Expected position at a time, cm of camera space. */
  predict(seconds: number): Vector3;
  /** How fast the face moves or grows in the image, in its own widths a second. */
  speed(): number;
  /** Standard deviation of an ordinary measurement as it is seen in the image, in face widths. */
  deviation(): number;
}

/** A filter for one head's translation (head-pose.ts), started at a measured one. Seconds on any clock that moves forward. */
export function createPositionFilter(firstCm: Vector3, firstSeconds: number): PositionFilter {
  const direction = createRegimeFilter(2);
  const depth = createRegimeFilter(1);
  const noise = createNoiseEstimate({
    priors: [PRIOR_DIRECTION_DEVIATION, PRIOR_DIRECTION_DEVIATION, PRIOR_DEPTH_DEVIATION],
  });
  let lastSeconds = firstSeconds;

  const first = toChart(firstCm);
  const firstNoise = noise.noise(1);
  direction.start(first.slice(0, 2), ofAxes(firstNoise, 0, 2), FIRST_SPEED_CM / -firstCm[2]);
  depth.start(first.slice(2), ofAxes(firstNoise, 2, 3), FIRST_SPEED_CM / -firstCm[2]);
  noise.learn(first, { seconds: firstSeconds, speeds: [0, 0, 0], varianceFactor: 1 });

  return {
    observe(measuredCm, seconds, varianceFactor) {
      const measured = toChart(measuredCm);
      const speeds = [direction.speed(), direction.speed(), depth.speed()];
      noise.learn(measured, { seconds, speeds, varianceFactor });
      const measuredNoise = noise.noise(varianceFactor);
      const step = { seconds: seconds - lastSeconds, scale: scaleAt(Math.exp(depth.predict(0)[0]!)) };
      direction.observe(measured.slice(0, 2), ofAxes(measuredNoise, 0, 2), step);
      depth.observe(measured.slice(2), ofAxes(measuredNoise, 2, 3), step);
      lastSeconds = seconds;
    },

    predict(seconds) {
      const [x, y] = direction.predict(seconds - lastSeconds);
      const [logDepth] = depth.predict(seconds - lastSeconds);
      const depthCm = Math.exp(logDepth!);
      return [x! * depthCm, y! * depthCm, -depthCm];
    },

    speed() {
      const depthCm = Math.exp(depth.predict(0)[0]!);
      return Math.hypot((direction.speed() * depthCm) / FACE_WIDTH_CM, depth.speed());
    },

    deviation() {
      const depthCm = Math.exp(depth.predict(0)[0]!);
      const [x, y, logDepth] = deviations(noise.noise(1));
      return Math.hypot((Math.hypot(x!, y!) * depthCm) / FACE_WIDTH_CM, logDepth!);
    },
  };
}

function deviations({ white, wander }: MeasurementNoise): number[] {
  return white.map((variance, axis) => Math.sqrt(variance + wander[axis]!));
}

function ofAxes({ white, wander }: MeasurementNoise, from: number, to: number): MeasurementNoise {
  return { white: white.slice(from, to), wander: wander.slice(from, to) };
}

function toChart([x, y, z]: Vector3): Vector3 {
  return [x / -z, y / -z, Math.log(-z)];
}

function scaleAt(depthCm: number): MotionScale {
  return {
    stillWalk: SCALE_CM.stillWalk / depthCm,
    movingWalk: SCALE_CM.movingWalk / depthCm,
    swingWalk: SCALE_CM.swingWalk / depthCm,
    movingStart: SCALE_CM.movingStart / depthCm,
    swingStart: SCALE_CM.swingStart / depthCm,
  };
}
