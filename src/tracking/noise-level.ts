/**
 * The variance of a noise of which one sample comes at a time. Owns the average and its bounds; where samples come
 * from is in noise-estimate.ts.
 */

/** Samples that the level averages over once settled: 3 s of a 30 fps camera. */
const MEMORY = 90;
/** The prior counts as this many samples. */
const PRIOR_COUNT = 12;
/** A sample counts up to this many standard deviations: one glitch must not make a filter sluggish for seconds. */
const LARGEST_SAMPLE = 2.5;
/** Undoes what that clipping takes off the mean square of a Gaussian. */
const CLIPPING_GAIN = 1 / 0.9775;
/** The level stays within this factor of the prior, either way. */
const WIDEST_FACTOR = 5;

export interface NoiseLevel {
  /** Takes in the square of a sample that is worth 0..1 of one. */
  add(squared: number, worth: number): void;
  variance(): number;
}

/** @param prior standard deviation expected before anything is known */
export function createNoiseLevel(prior: number): NoiseLevel {
  let variance = prior ** 2;
  let count = PRIOR_COUNT;
  return {
    add(squared, worth) {
      count = Math.min(MEMORY, count + worth);
      const clipped = Math.min(squared, LARGEST_SAMPLE ** 2 * variance);
      const updated = variance + (worth / count) * (CLIPPING_GAIN * clipped - variance);
      variance = Math.min(Math.max(updated, (prior / WIDEST_FACTOR) ** 2), (prior * WIDEST_FACTOR) ** 2);
    },
    variance: () => variance,
  };
}
