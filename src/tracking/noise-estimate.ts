/**
 * How noisy the measurements of a head are, axis by axis, learned while they come in.
 * Motion is told from noise by the fourth divided difference of five measurements: motion that is a cubic in time
 * leaves nothing in it, white noise leaves all of itself. Of five neighbours only white noise is left; of five that are
 * 0.1 s apart also what wanders (axis-belief.ts). Owns the estimate; what is done with it is the filter's.
 */
import { createNoiseLevel } from './noise-level.ts';

/** Noise taken for motion shows as a twitch, motion taken for noise as a millisecond of lag: rather the latter. */
const CAUTION = 1.2 ** 2;

/** Distance of the measurements in which wander shows while the motion of a talking head does not. */
const WIDE_SECONDS = 0.1;
/** Wander that lasts 0.1 to 0.2 s leaves about a third of its variance more in the wide difference than in the narrow. */
const WANDER_GAIN = 3;
/** There is always some, and beyond the second factor it is motion. Shares of the white variance. */
const WANDER_SHARE = { least: 0.4, most: 12 };

/** A brisk shake of the head: what leaves most in a fourth difference. */
const BRISK_RADIANS_PER_SECOND = 2 * Math.PI * 2;

const POINTS = 5;

/** Variances of an ordinary measurement, an entry an axis. */
export interface MeasurementNoise {
  readonly white: readonly number[];
  readonly wander: readonly number[];
}

export interface Circumstances {
  /** On a clock that moves forward. */
  readonly seconds: number;
  /** Of each axis as far as known, unit/s. */
  readonly speeds: readonly number[];
  /** Variance of this measurement against an ordinary one. */
  readonly varianceFactor: number;
}

export interface NoiseEstimate {
  learn(measured: readonly number[], circumstances: Circumstances): void;
  /** Of a measurement with this variance against an ordinary one. */
  noise(varianceFactor: number): MeasurementNoise;
}

export interface NoiseEstimateOptions {
  /** Standard deviations expected before anything is known, an entry an axis. */
  readonly priors: readonly number[];
  /** Makes measurements ready for subtraction where plain numbers are not; none by default. */
  readonly chart?: (window: readonly (readonly number[])[]) => readonly (readonly number[])[];
}

interface Sample {
  readonly seconds: number;
  readonly speeds: readonly number[];
  readonly measured: readonly number[];
}

export function createNoiseEstimate({
  priors,
  chart = (window) => window,
}: NoiseEstimateOptions): NoiseEstimate {
  const narrow = priors.map(createNoiseLevel);
  const wide = priors.map(createNoiseLevel);
  let recent: Sample[] = [];

  function learnFrom(points: readonly Sample[], levels: typeof narrow, varianceFactor: number) {
    const weights = differenceWeights(points.map(({ seconds }) => seconds));
    const vectors = chart(points.map(({ measured }) => measured));
    const stepSeconds = (points.at(-1)!.seconds - points[0]!.seconds) / (POINTS - 1);
    levels.forEach((level, axis) => {
      const speed = Math.max(...points.map(({ speeds }) => speeds[axis]!));
      const residual = vectors.reduce((sum, vector, i) => sum + weights[i]! * vector[axis]!, 0);
      level.add(residual ** 2 / varianceFactor, worthOf(speed, stepSeconds, level.variance()));
    });
  }

  return {
    learn(measured, { seconds, speeds, varianceFactor }) {
      const kept = recent.filter((sample) => seconds - sample.seconds <= (POINTS + 1) * WIDE_SECONDS);
      recent = [...(kept.length < POINTS ? recent.slice(1 - POINTS) : kept), { seconds, speeds, measured }];
      if (recent.length < POINTS) return;
      learnFrom(recent.slice(-POINTS), narrow, varianceFactor);
      const stride = Math.max(1, Math.round(WIDE_SECONDS / (seconds - recent.at(-2)!.seconds)));
      const spread = recent.filter((_, i) => (recent.length - 1 - i) % stride === 0).slice(-POINTS);
      if (spread.length === POINTS) learnFrom(spread, wide, varianceFactor);
    },

    noise(varianceFactor) {
      const white = narrow.map((level) => level.variance());
      const wander = white.map((variance, axis) => {
        const excess = WANDER_GAIN * (wide[axis]!.variance() - variance);
        return Math.min(Math.max(excess, WANDER_SHARE.least * variance), WANDER_SHARE.most * variance);
      });
      const cautious = (variance: number) => CAUTION * varianceFactor * variance;
      return { white: white.map(cautious), wander: wander.map(cautious) };
    },
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
