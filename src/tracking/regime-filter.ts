/**
 * Follows a few axes that rest, move and swing together, without having to be told which.
 * Runs one Kalman filter a model of motion and weighs them by how well each foretold what was measured: the
 * interacting multiple model estimator (Blom, Bar-Shalom, IEEE Transactions on Automatic Control 33(8), 1988).
 * Beliefs and weights are blended and never switched, so the hand-over between rest and motion is smooth.
 * Owns beliefs and weights; the unit of an axis, its noise and its chart are the caller's.
 */
import {
  ACCELERATION,
  BELIEF_LENGTH,
  correct,
  expectedMeasurement,
  expectedVariance,
  mix,
  POSITION,
  propagate,
  setBelief,
  VELOCITY,
} from './axis-belief.ts';
import {
  carriedOn,
  fullSpeedSquared,
  MOTION_MODELS,
  type MotionScale,
  noiseDensity,
  setWander,
  transitionOver,
} from './motion-models.ts';
import type { MeasurementNoise } from './noise-estimate.ts';
import { arrivals, handOver } from './regime-changes.ts';

/** Weights of a face just found: most are at rest. */
const FIRST_WEIGHTS = [0.6, 0.3, 0.07, 0.03];

/**
 * Degrees of freedom of Student's t, in place of a Gaussian, for what is measured: a lone glitch is doubted at first
 * and believed when the next measurement agrees, a jump too large for any noise is believed at once.
 */
const TAIL = 6.5;

/** Motion on one axis makes the others this much livelier: a head that is shaken hardly nods. Share of the squares. */
const SIDEWAYS_SHARE = 0.1;

/** Extrapolated at full speed for as long as an answer of the detector may take; then motion fades: nobody turns for ever. */
const FULL_SPEED_SECONDS = 0.12;
const FADING_SECONDS = 0.08;

const MODELS = MOTION_MODELS.length;

export interface RegimeFilter {
  /** Starts at a measured position, with a guess of how fast it may be (standard deviation). */
  start(measured: readonly number[], noise: MeasurementNoise, speed: number): void;
  /** Moves on by seconds (> 0), then takes in a measurement with its noise. */
  observe(
    measured: readonly number[],
    noise: MeasurementNoise,
    step: { readonly seconds: number; readonly scale: MotionScale },
  ): void;
  /** Expected position so many seconds after the last measurement. */
  predict(seconds: number): number[];
  /** Expected speed (for a swing: its largest), all axes together, unit of the axes a second. */
  speed(): number;
  /** How much each model is believed: in the order of MOTION_MODELS; sums to 1. */
  weights(): readonly number[];
  /** Changes every model's position: for charts that move along (rotation-filter.ts). */
  mapPositions(map: (position: readonly number[]) => readonly number[]): void;
}

/** @param axes how many axes rest and move together */
export function createRegimeFilter(axes: number): RegimeFilter {
  const size = MODELS * axes * BELIEF_LENGTH;
  const beliefs = new Float64Array(size);
  const handed = new Float64Array(size);
  const mixed = new Float64Array(size);
  let weights = [...FIRST_WEIGHTS];

  const offsetOf = (model: number, axis: number) => (model * axes + axis) * BELIEF_LENGTH;
  const sumOverAxes = (term: (axis: number) => number) => {
    let sum = 0;
    for (let axis = 0; axis < axes; axis++) sum += term(axis);
    return sum;
  };
  const axisSpeedSquared = (model: number, axis: number) => {
    const offset = offsetOf(model, axis);
    return fullSpeedSquared(
      MOTION_MODELS[model]!,
      beliefs[offset + VELOCITY]! ** 2,
      beliefs[offset + ACCELERATION]! ** 2,
    );
  };
  const speedSquared = (model: number) => sumOverAxes((axis) => axisSpeedSquared(model, axis));

  /** Blends the beliefs that flow into each model. */
  function blend(
    shares: readonly (readonly number[])[],
    variances: readonly number[],
    scale: MotionScale,
  ): void {
    MOTION_MODELS.forEach((to, target) => {
      handed.set(beliefs);
      for (let axis = 0; axis < axes; axis++) {
        const offsets = MOTION_MODELS.map((_, source) => offsetOf(source, axis));
        MOTION_MODELS.forEach((from, source) => {
          handOver(handed, offsets[source]!, { from, to, scale, variance: variances[axis]! });
        });
        mix(mixed, offsetOf(target, axis), { beliefs: handed, offsets, weights: shares[target]! });
      }
    });
    beliefs.set(mixed);
  }

  /** Moves one model on and corrects it. @returns the log likelihood of the measurement, up to a constant */
  function followModel(
    model: number,
    measured: readonly number[],
    noise: MeasurementNoise,
    { seconds, scale }: { seconds: number; scale: MotionScale },
  ): number {
    const name = MOTION_MODELS[model]!;
    const altogether = speedSquared(model);
    let surprise = 0;
    let logVolume = 0;
    for (let axis = 0; axis < axes; axis++) {
      const offset = offsetOf(model, axis);
      const speed = SIDEWAYS_SHARE * altogether + (1 - SIDEWAYS_SHARE) * axisSpeedSquared(model, axis);
      const transition = transitionOver(name, seconds, noiseDensity(name, scale, speed));
      setWander(transition, { seconds, variance: noise.wander[axis]! });
      propagate(beliefs, offset, transition);
      const variance = expectedVariance(beliefs, offset) + noise.white[axis]!;
      surprise += (measured[axis]! - expectedMeasurement(beliefs, offset)) ** 2 / variance;
      logVolume += 0.5 * Math.log(variance);
    }
    // Filtering with Student's t by reweighting: Roth, Ozkan, Gustafsson, "A Student's t filter" (ICASSP 2013), simplified.
    const doubt = Math.max(1, (TAIL + surprise) / (TAIL + axes));
    for (let axis = 0; axis < axes; axis++) {
      correct(beliefs, offsetOf(model, axis), measured[axis]!, doubt * noise.white[axis]!);
    }
    return -logVolume - 0.5 * (TAIL + axes) * Math.log1p(surprise / TAIL);
  }

  return {
    start(measured, { white, wander }, speed) {
      weights = [...FIRST_WEIGHTS];
      for (let model = 0; model < MODELS; model++) {
        for (let axis = 0; axis < axes; axis++) {
          setBelief(beliefs, offsetOf(model, axis), {
            position: measured[axis]!,
            variances: [white[axis]!, speed ** 2, 0, wander[axis]!],
          });
        }
      }
    },

    observe(measured, noise, step) {
      const arriving = arrivals(weights, step.seconds);
      blend(
        arriving.map(({ shares }) => shares),
        noise.white,
        step.scale,
      );
      const logWeights = arriving.map(
        ({ weight }, model) => Math.log(weight) + followModel(model, measured, noise, step),
      );
      const largest = Math.max(...logWeights);
      const unscaled = logWeights.map((logWeight) => Math.exp(logWeight - largest));
      const total = unscaled.reduce((sum, weight) => sum + weight, 0);
      weights = unscaled.map((weight) => weight / total);
    },

    predict(seconds) {
      const carried = MOTION_MODELS.map((name) => carriedOn(name, fadingSpan(seconds)));
      return Array.from({ length: axes }, (_, axis) =>
        carried.reduce((sum, [velocity, acceleration], model) => {
          const offset = offsetOf(model, axis);
          const moved =
            velocity * beliefs[offset + VELOCITY]! + acceleration * beliefs[offset + ACCELERATION]!;
          return sum + weights[model]! * (beliefs[offset + POSITION]! + moved);
        }, 0),
      );
    },

    speed: () => Math.sqrt(weights.reduce((sum, weight, model) => sum + weight * speedSquared(model), 0)),

    weights: () => weights,

    mapPositions(map) {
      for (let model = 0; model < MODELS; model++) {
        const positions = Array.from(
          { length: axes },
          (_, axis) => beliefs[offsetOf(model, axis) + POSITION]!,
        );
        map(positions).forEach((position, axis) => {
          beliefs[offsetOf(model, axis) + POSITION] = position;
        });
      }
    },
  };
}

/** Time over which motion is carried on: all of it at first, then less and less. Smooth. */
function fadingSpan(seconds: number): number {
  const beyond = seconds - FULL_SPEED_SECONDS;
  return beyond <= 0
    ? seconds
    : FULL_SPEED_SECONDS + FADING_SECONDS * (1 - Math.exp(-beyond / FADING_SECONDS));
}
