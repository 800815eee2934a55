/**
 * How noisy the measurements of a head are, axis by axis, learned while they come in.
 * Motion is told from noise by the fourth divided difference of five measurements in a row: motion that is a cubic in
 * time leaves nothing in it, white noise leaves all of itself. Owns the estimate; what is done with it is the filter's.
 */

/** Measurements that an estimate averages over once settled: 3 s of a 30 fps camera. */
const MEMORY = 90;
/** The prior counts as this many measurements. */
const PRIOR_COUNT = 12;
/** A residual counts up to this many standard deviations: one glitch must not make a filter sluggish for seconds. */
const LARGEST_RESIDUAL = 2.5;
/** Undoes what that clipping takes off the mean square of a Gaussian. */
const CLIPPING_GAIN = 1 / 0.9775;
/** The level stays within this factor of the prior, either way. */
const WIDEST_FACTOR = 5;
/** Noise taken for motion shows as a twitch, motion taken for noise as a millisecond of lag: rather the latter. */
const CAUTION = 1.2;

/** A brisk shake of the head: what leaves most in a fourth difference. */
const BRISK_RADIANS_PER_SECOND = 2 * Math.PI * 2;

const WINDOW = 5;

export interface NoiseEstimate {
  /**
   * Takes in a measurement.
   * @param about seconds on a clock that moves forward; speed of each axis as far as known, unit/s;
   *   variance of this measurement against an ordinary one
   */
  learn(measured: readonly number[], about: Circumstances): void;
  /** Variance of an ordinary measurement now, an entry an axis. */
  variances(): number[];
}

export interface Circumstances {
  readonly seconds: number;
  readonly speeds: readonly number[];
  readonly varianceFactor: number;
}

export interface NoiseEstimateOptions {
  /** Standard deviations expected before anything is known, an entry an axis. */
  readonly priors: readonly number[];
  /** Makes measurements ready for subtraction where plain numbers are not; none by default. */
  readonly chart?: (window: readonly (readonly number[])[]) => readonly (readonly number[])[];
}

export function createNoiseEstimate({
  priors,
  chart = (window) => window,
}: NoiseEstimateOptions): NoiseEstimate {
  const levels = priors.map((prior) => ({ prior, variance: prior * prior, count: PRIOR_COUNT }));
  let window: (readonly number[])[] = [];
  let times: number[] = [];

  return {
    learn(measured, { seconds, speeds, varianceFactor }) {
      window = [...window.slice(1 - WINDOW), measured];
      times = [...times.slice(1 - WINDOW), seconds];
      if (times.length < WINDOW) return;
      const weights = differenceWeights(times);
      const vectors = chart(window);
      const stepSeconds = (seconds - times[0]!) / (WINDOW - 1);
      levels.forEach((level, axis) => {
        const residual = vectors.reduce((sum, vector, i) => sum + weights[i]! * vector[axis]!, 0);
        const worth = worthOf(speeds[axis]!, stepSeconds, level.variance);
        const clipped = Math.min(residual ** 2 / varianceFactor, LARGEST_RESIDUAL ** 2 * level.variance);
        level.count = Math.min(MEMORY, level.count + worth);
        const updated = level.variance + (worth / level.count) * (CLIPPING_GAIN * clipped - level.variance);
        const [least, most] = [(level.prior / WIDEST_FACTOR) ** 2, (level.prior * WIDEST_FACTOR) ** 2];
        level.variance = Math.min(Math.max(updated, least), most);
      });
    },
    variances: () => levels.map(({ variance }) => CAUTION ** 2 * variance),
  };
}

/** Divided difference weights 1 / prod(t_i - t_j), scaled to length 1: white noise keeps its standard deviation. */
function differenceWeights(times: readonly number[]): number[] {
  const weights = times.map((time, i) =>
    times.reduce((product, other, j) => (i === j ? product : product / (time - other)), 1),
  );
  const length = Math.hypot(...weights);
  return weights.map((weight) => weight / length);
}

/**
 * 0..1: how much of a residual is noise. A swing at this speed leaves frequency^3 * speed * step^4 / sqrt(70) in the
 * fourth difference: next to nothing at 30 measurements a second, more than the noise at 10.
 */
function worthOf(speed: number, stepSeconds: number, variance: number): number {
  const leftOver = (BRISK_RADIANS_PER_SECOND ** 3 * speed * stepSeconds ** 4) / Math.sqrt(70);
  // Squared, as what is left over pulls the harder the larger it is.
  return (variance / (variance + leftOver ** 2)) ** 2;
}
