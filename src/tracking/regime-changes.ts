/**
 * How a head passes from one model of motion to another: how often, and what it takes along.
 * Owns the probabilities and the hand-over; what happens within a model is in motion-models.ts.
 */
import { ACCELERATION, BELIEF_LENGTH, covarianceAt, POSITION, VELOCITY } from './axis-belief.ts';
import { MOTION_MODELS, type MotionModel, type MotionScale, springFrequency } from './motion-models.ts';

/** Changes a second. Rest lasts for seconds and ends with a movement; a swing ends in one, never dead. */
const CHANGE_RATES: Readonly<Record<MotionModel, Readonly<Record<MotionModel, number>>>> = {
  still: { still: 0, moving: 0.15, swing: 0.05, shake: 0.02 },
  moving: { still: 0.2, moving: 0, swing: 0.2, shake: 0.05 },
  swing: { still: 0, moving: 0.8, swing: 0, shake: 0.3 },
  shake: { still: 0, moving: 0.8, swing: 0.3, shake: 0 },
};

/** A rest that is left was surer of its place than it may be by this many variances of one measurement. */
const LEFT_BEHIND = 1.8;

/** Share of a swing's full acceleration with which it may begin: 1 is a start from the turning point. */
const SWING_START_PHASE = 0.8;

export interface Arrival {
  /** Probability of being in a model after the step. */
  readonly weight: number;
  /** Which share of it was in each model before; sums to 1. */
  readonly shares: readonly number[];
}

/** Where the weights of the models go in a step of time, before anything is measured; at most one change a step. */
export function arrivals(weights: readonly number[], seconds: number): Arrival[] {
  return MOTION_MODELS.map((to) => {
    const flows = MOTION_MODELS.map((from, index) => weights[index]! * stepProbability(from, to, seconds));
    const weight = flows.reduce((sum, flow) => sum + flow, 0);
    return { weight, shares: flows.map((flow) => flow / weight) };
  });
}

function stepProbability(from: MotionModel, to: MotionModel, seconds: number): number {
  const rates = CHANGE_RATES[from];
  const leaving = rates.still + rates.moving + rates.swing + rates.shake;
  const stays = Math.exp(-leaving * seconds);
  return from === to ? stays : ((1 - stays) * rates[to]) / leaving;
}

/** Changes the belief at offset from that of one model into that of another. `variance`: of one measurement. */
export function handOver(
  beliefs: Float64Array,
  offset: number,
  change: { from: MotionModel; to: MotionModel; scale: MotionScale; variance: number },
): void {
  const { from, to, scale, variance } = change;
  if (from === to) return;
  if (to === 'still') {
    // Who comes to rest does so where it is, whatever its speed was. Without this, the uncertain speed of the other
    // models leaks into rest through the smallest of weights and lets the noise in.
    for (const state of [VELOCITY, ACCELERATION]) {
      beliefs[offset + state] = 0;
      for (let other = 0; other * other < BELIEF_LENGTH - 4; other++) {
        beliefs[offset + covarianceAt(state, other)] = 0;
        beliefs[offset + covarianceAt(other, state)] = 0;
      }
    }
    return;
  }
  // What rest lagged behind must not be taken for speed.
  if (from === 'still') beliefs[offset + covarianceAt(POSITION, POSITION)]! += LEFT_BEHIND * variance;
  const frequency = springFrequency(to);
  if (frequency === null) {
    if (from === 'still') beliefs[offset + covarianceAt(VELOCITY, VELOCITY)]! += scale.movingStart ** 2;
    return;
  }
  beliefs[offset + covarianceAt(VELOCITY, VELOCITY)]! += scale.swingStart ** 2;
  beliefs[offset + covarianceAt(ACCELERATION, ACCELERATION)]! +=
    (SWING_START_PHASE * frequency * scale.swingStart) ** 2;
}
