/**
 * Follows a few axes of motion that rest, move and swing together, without having to be told which.
 * Runs one Kalman filter a motion model and weighs them by how well each foretold the measurements: the interacting
 * multiple model estimator (Blom, Bar-Shalom, "The interacting multiple model algorithm", IEEE TAC 33(8), 1988).
 * Because weights and beliefs are blended and never switched, the hand-over between rest and motion is smooth.
 * Owns beliefs and weights; the unit of an axis, its noise and its chart are the caller's.
 */
import { AXIS_LENGTH, correct, mix, propagate } from './axis-gaussian.ts';
import { MOTION_MODELS, type MotionModel, type MotionNoise, transitionOver } from './motion-models.ts';

/** How often, a second, a head leaves one model for another: it rests for seconds, and a movement lasts about half of one. */
const LEAVING_RATES: Readonly<Record<MotionModel, Readonly<Record<MotionModel, number>>>> = {
  still: { still: 0, moving: 0.6, swing: 0.2 },
  moving: { still: 1.5, moving: 0, swing: 1 },
  swing: { still: 0.3, moving: 1.5, swing: 0 },
};

/** Weights of a face just found: most are at rest. */
const FIRST_WEIGHTS = [0.6, 0.3, 0.1];

/** Extrapolated at full speed for as long as an answer of the detector may take; then motion fades: nobody keeps turning. */
const FULL_SPEED_SECONDS = 0.12;
const FADING_SECONDS = 0.08;

const MODELS = MOTION_MODELS.length;

export interface RegimeFilter {
  /** Starts at rest at a measured position. */
  start(measured: readonly number[], variances: readonly number[], speedVariance: number): void;
  /** Moves on by seconds (> 0), then takes in a measurement with its variance an axis. */
  observe(
    measured: readonly number[],
    variances: readonly number[],
    step: { seconds: number; noise: MotionNoise },
  ): void;
  /** Expected position so many seconds after the last measurement. */
  predict(seconds: number): number[];
  /** Expected velocity at the last measurement. */
  velocity(): number[];
  /** How much each model is believed: still, moving, swing; sums to 1. */
  weights(): readonly number[];
  /** Maps every model's position: for charts that move along (rotation-filter.ts). */
  mapPositions(map: (position: readonly number[]) => readonly number[]): void;
}

/** @param axes how many axes share one regime */
export function createRegimeFilter(axes: number): RegimeFilter {
  const modelLength = axes * AXIS_LENGTH;
  const beliefs = new Float64Array(MODELS * modelLength);
  const mixed = new Float64Array(MODELS * modelLength);
  let weights = [...FIRST_WEIGHTS];

  function expected(state: 0 | 1, transform: (model: number, offset: number) => number): number[] {
    return Array.from({ length: axes }, (_, axis) => {
      let sum = 0;
      for (let model = 0; model < MODELS; model++) {
        sum += weights[model]! * transform(model, model * modelLength + axis * AXIS_LENGTH + state);
      }
      return sum;
    });
  }

  return {
    start(measured, variances, speedVariance) {
      weights = [...FIRST_WEIGHTS];
      beliefs.fill(0);
      for (let model = 0; model < MODELS; model++) {
        for (let axis = 0; axis < axes; axis++) {
          const offset = model * modelLength + axis * AXIS_LENGTH;
          beliefs[offset] = measured[axis]!;
          beliefs[offset + 3] = variances[axis]!;
          beliefs[offset + 6] = speedVariance;
        }
      }
    },

    observe(measured, variances, { seconds, noise }) {
      const arriving = arrivingWeights(weights, seconds);
      for (let to = 0; to < MODELS; to++) {
        const shares = arriving[to]!;
        for (let axis = 0; axis < axes; axis++) {
          const offsets = MOTION_MODELS.map((_, from) => from * modelLength + axis * AXIS_LENGTH);
          mix(mixed, to * modelLength + axis * AXIS_LENGTH, { beliefs, offsets, weights: shares.from });
        }
      }
      beliefs.set(mixed);
      const logWeights = MOTION_MODELS.map((name, model) => {
        const transition = transitionOver(name, seconds, noise);
        let logWeight = Math.log(arriving[model]!.total);
        for (let axis = 0; axis < axes; axis++) {
          const offset = model * modelLength + axis * AXIS_LENGTH;
          propagate(beliefs, offset, transition);
          logWeight += correct(beliefs, offset, measured[axis]!, variances[axis]!);
        }
        return logWeight;
      });
      const largest = Math.max(...logWeights);
      const raw = logWeights.map((logWeight) => Math.exp(logWeight - largest));
      const total = raw.reduce((sum, weight) => sum + weight, 0);
      weights = raw.map((weight) => weight / total);
    },

    predict(seconds) {
      const span = fadingSpan(seconds);
      const rows = MOTION_MODELS.map((name) => transitionOver(name, span, NO_NOISE).matrix);
      return expected(0, (model, offset) => {
        const row = rows[model]!;
        return row[0]! * beliefs[offset]! + row[1]! * beliefs[offset + 1]! + row[2]! * beliefs[offset + 2]!;
      });
    },

    velocity: () => expected(1, (_, offset) => beliefs[offset]!),

    weights: () => weights,

    mapPositions(map) {
      for (let model = 0; model < MODELS; model++) {
        const positions = Array.from(
          { length: axes },
          (_, axis) => beliefs[model * modelLength + axis * AXIS_LENGTH]!,
        );
        map(positions).forEach((position, axis) => {
          beliefs[model * modelLength + axis * AXIS_LENGTH] = position;
        });
      }
    },
  };
}

const NO_NOISE: MotionNoise = { stillAcceleration: 0, movingAcceleration: 0, swingJerk: 0 };

/** For every model: its weight after a step, and which share of it comes from which model. */
function arrivingWeights(weights: readonly number[], seconds: number): { total: number; from: number[] }[] {
  return MOTION_MODELS.map((to) => {
    const flows = MOTION_MODELS.map((from, index) => weights[index]! * stepProbability(from, to, seconds));
    const total = flows.reduce((sum, flow) => sum + flow, 0);
    return { total, from: flows.map((flow) => flow / total) };
  });
}

/** Probability of being in `to` a step after `from`; at most one change a step. */
function stepProbability(from: MotionModel, to: MotionModel, seconds: number): number {
  const rates = LEAVING_RATES[from];
  const leaving = rates.still + rates.moving + rates.swing;
  const stays = Math.exp(-leaving * seconds);
  return from === to ? stays : ((1 - stays) * rates[to]) / leaving;
}

/** Time over which motion is carried on: all of it at first, then less and less. Smooth. */
function fadingSpan(seconds: number): number {
  const beyond = seconds - FULL_SPEED_SECONDS;
  return beyond <= 0
    ? seconds
    : FULL_SPEED_SECONDS + FADING_SECONDS * (1 - Math.exp(-beyond / FADING_SECONDS));
}
