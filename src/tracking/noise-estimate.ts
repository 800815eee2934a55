/**
 * How noisy the measurements of one axis are, learned while they come in.
 * Owns the estimate; what is done with it is the filter's. Motion is told from noise by the fourth divided
 * difference of five measurements: no motion up to a cubic in time leaves anything in it, white noise leaves all of it.
 */
import { SWING_RADIANS_PER_SECOND } from './motion-models.ts';

/** Of how many measurements the estimate is an average once settled: 1.5 s of a 30 fps camera. */
const MEMORY = 45;
/** The prior counts as this many measurements. */
const PRIOR_COUNT = 12;
/** Residuals count up to this many standard deviations: one glitch must not make a filter sluggish for seconds. */
const LARGEST_RESIDUAL = 2.5;
/** What that clipping takes off the mean square of a Gaussian. */
const CLIPPING_GAIN = 1 / 0.9775;
/** The level stays within this factor of the prior, either way. */
const WIDEST_FACTOR = 5;

const WINDOW = 5;

export interface NoiseEstimate {
  /** Takes in a residual (unit of the axis, standard deviation 1 noise when scaled) that is worth `worth` 0..1 of one. */
  add(residual: number, worth: number): void;
  /** Standard deviation now, unit of the axis. */
  deviation(): number;
}

/** @param prior standard deviation expected before anything is known */
export function createNoiseEstimate(prior: number): NoiseEstimate {
  let variance = prior * prior;
  let count = PRIOR_COUNT;
  return {
    add(residual, worth) {
      count = Math.min(MEMORY, count + worth);
      const clipped = Math.min(residual * residual, LARGEST_RESIDUAL ** 2 * variance);
      variance += (worth / count) * (clipped * CLIPPING_GAIN - variance);
      variance = Math.min(Math.max(variance, (prior / WIDEST_FACTOR) ** 2), (prior * WIDEST_FACTOR) ** 2);
    },
    deviation: () => Math.sqrt(variance),
  };
}

/** The last five times, and what makes of five measurements at them one number of pure noise. */
export interface DifferenceWindow {
  /** Remembers a time. @returns weights of the last five measurements, newest last, or null before there are five */
  push(seconds: number): Float64Array | null;
  clear(): void;
}

export function createDifferenceWindow(): DifferenceWindow {
  let times: number[] = [];
  return {
    push(seconds) {
      times = [...times.slice(1 - WINDOW), seconds];
      return times.length < WINDOW ? null : differenceWeights(times);
    },
    clear() {
      times = [];
    },
  };
}

/** Divided difference weights 1 / prod(t_i - t_j), scaled to length 1: white noise keeps its standard deviation. */
function differenceWeights(times: readonly number[]): Float64Array {
  const weights = Float64Array.from(times, (time, i) =>
    times.reduce((product, other, j) => (i === j ? product : product / (time - other)), 1),
  );
  const length = Math.hypot(...weights);
  return weights.map((weight) => weight / length);
}

/**
 * How much a residual says of the noise when the axis moves: a swing at this speed leaves frequency^3 * speed
 * * step^4 / sqrt(70) in the fourth difference, much at low rates and next to nothing at 30 a second.
 * @returns 0..1
 */
export function worthOfResidual(speed: number, stepSeconds: number, deviation: number): number {
  const leftOver = (SWING_RADIANS_PER_SECOND ** 3 * Math.abs(speed) * stepSeconds ** 4) / Math.sqrt(70);
  return deviation ** 2 / (deviation ** 2 + leftOver ** 2);
}
