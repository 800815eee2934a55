/**
 * How heads move: the models of motion that the filter weighs against each other, and how each moves on in time.
 *
 *   still    velocity dies away      dv/dt = -v / settling + w      a head at rest: sway, breath, speech
 *   moving   constant velocity       dv/dt = w                      a turn, a lean, a walk
 *   swing    pulled back by a spring da/dt = -frequency^2 v + w     a large shake or nod: what turns will turn back
 *   shake    the same, quicker                                      a small and quick one
 *
 * Owns transitions and process noise w; the belief that they act on is in axis-belief.ts.
 * Constant velocity with white noise acceleration: Bar-Shalom, Li, Kirubarajan, "Estimation with Applications to
 * Tracking and Navigation" (2001), section 6.2.2. The last two are their white noise jerk model (6.2.3) with a spring
 * added: they follow a sinusoid of their frequency about any centre without error. Departing from them, process noise
 * grows with the motion itself: who moves fast also changes speed fast, and slow motion gets the smoothing it needs.
 */
import { ACCELERATION, covarianceAt, POSITION, type Transition, VELOCITY } from './axis-belief.ts';

export const MOTION_MODELS = ['still', 'moving', 'swing', 'shake'] as const;
export type MotionModel = (typeof MOTION_MODELS)[number];

/** How lively a kind of axis is, in UNIT = radians, or centimetres made relative to depth. Standard deviations. */
export interface MotionScale {
  /** Speed that a head at rest picks up within a second, were it not to settle: UNIT/s per sqrt(s). */
  readonly stillWalk: number;
  /** Least change of speed of a moving head within a second: UNIT/s per sqrt(s). */
  readonly movingWalk: number;
  /** Least change of acceleration of a swinging head within a second: UNIT/s^2 per sqrt(s). */
  readonly swingWalk: number;
  /** Speed with which a movement begins: UNIT/s. */
  readonly movingStart: number;
  /** Speed with which a fast movement begins or turns: UNIT/s. */
  readonly swingStart: number;
}

/** A head that comes to rest drifts on for about this long. */
const SETTLING_SECONDS = 0.15;

/** Heads are shaken and nodded at 1 to 3 Hz, the wide swings at the lower end. Radians a second; 0: no spring. */
const SPRING_FREQUENCY: Readonly<Record<MotionModel, number>> = {
  still: 0,
  moving: 0,
  swing: 2 * Math.PI * 1.4,
  shake: 2 * Math.PI * 2.4,
};

/** Share of its speed by which a moving head changes speed within a second, per sqrt(s). */
const MOVING_AGILITY = 1.4;
/** Share of its speed, times s^-2, by which a swinging head changes acceleration beyond what the spring says. */
const SWING_AGILITY = 5;

/** The detector's passing errors last about this long: a few frames, a codec's habit. */
const WANDER_SECONDS = 0.18;

/** The frequency of a model's spring, radians a second; null for those without. */
export function springFrequency(model: MotionModel): number | null {
  return SPRING_FREQUENCY[model] || null;
}

/** Share of velocity and of acceleration that is added to position after a time. */
export function carriedOn(
  model: MotionModel,
  seconds: number,
): readonly [velocity: number, acceleration: number] {
  const w = springFrequency(model);
  if (w !== null) return [Math.sin(w * seconds) / w, (1 - Math.cos(w * seconds)) / (w * w)];
  return [model === 'still' ? SETTLING_SECONDS * (1 - Math.exp(-seconds / SETTLING_SECONDS)) : seconds, 0];
}

/** The largest speed of a motion, squared: that of a swing can be told at any of its phases. */
export function fullSpeedSquared(
  model: MotionModel,
  speedSquared: number,
  accelerationSquared: number,
): number {
  const w = springFrequency(model);
  return w === null ? speedSquared : speedSquared + accelerationSquared / w ** 2;
}

/** Spectral density of a model's process noise at this speed: UNIT^2/s^3 or, with a spring, UNIT^2/s^5. */
export function noiseDensity(model: MotionModel, scale: MotionScale, speedSquared: number): number {
  if (model === 'still') return scale.stillWalk ** 2;
  if (model === 'moving') return scale.movingWalk ** 2 + MOVING_AGILITY ** 2 * speedSquared;
  return scale.swingWalk ** 2 + SWING_AGILITY ** 2 * speedSquared;
}

/** The transition of a model over a time, wander left out, for a spectral density of w from noiseDensity(). */
export function transitionOver(model: MotionModel, seconds: number, density: number): Transition {
  const [velocity, acceleration] = carriedOn(model, seconds);
  const matrix = new Float64Array(16);
  matrix.set([1, velocity, acceleration], 0);
  const w = springFrequency(model);
  if (w === null) {
    matrix[5] = model === 'still' ? Math.exp(-seconds / SETTLING_SECONDS) : 1;
    return { matrix, noise: accelerationNoise(density, seconds) };
  }
  matrix.set([Math.cos(w * seconds), Math.sin(w * seconds) / w], 5);
  matrix.set([-w * Math.sin(w * seconds), Math.cos(w * seconds)], 9);
  return { matrix, noise: jerkNoise(density, seconds) };
}

/** Lets wander die away over a step while new wander keeps up its variance (a Gauss-Markov process). */
export function setWander(
  { matrix, noise }: Transition,
  { seconds, variance }: { seconds: number; variance: number },
): void {
  const kept = Math.exp(-seconds / WANDER_SECONDS);
  matrix[15] = kept;
  noise[15] = variance * (1 - kept ** 2);
}

/** White acceleration over t; damping left out, which makes it an upper bound. */
function accelerationNoise(density: number, t: number): Float64Array {
  const noise = new Float64Array(16);
  setBoth(noise, POSITION, POSITION, (density * t ** 3) / 3);
  setBoth(noise, POSITION, VELOCITY, (density * t ** 2) / 2);
  setBoth(noise, VELOCITY, VELOCITY, density * t);
  return noise;
}

/** White jerk over t; the spring left out, which is small within a step. */
function jerkNoise(density: number, t: number): Float64Array {
  const noise = new Float64Array(16);
  setBoth(noise, POSITION, POSITION, (density * t ** 5) / 20);
  setBoth(noise, POSITION, VELOCITY, (density * t ** 4) / 8);
  setBoth(noise, POSITION, ACCELERATION, (density * t ** 3) / 6);
  setBoth(noise, VELOCITY, VELOCITY, (density * t ** 3) / 3);
  setBoth(noise, VELOCITY, ACCELERATION, (density * t ** 2) / 2);
  setBoth(noise, ACCELERATION, ACCELERATION, density * t);
  return noise;
}

function setBoth(noise: Float64Array, row: number, column: number, value: number): void {
  const first = covarianceAt(0, 0);
  noise[covarianceAt(row, column) - first] = value;
  noise[covarianceAt(column, row) - first] = value;
}
