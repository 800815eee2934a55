/**
 * How heads move: the three motion models that the filter weighs against each other, and how each moves on in time.
 * Owns transitions and process noise; the belief they act on is in axis-gaussian.ts.
 *
 *   still   velocity dies away        dv/dt = -v / settle + w     a head at rest: sway, breath, speech
 *   moving  constant velocity         dv/dt = w                   a turn, a nod, a lean
 *   swing   the force of a spring     da/dt = -frequency^2 v + w  a shake, a bounce: what turns will turn back
 *
 * Constant velocity and white noise acceleration: Bar-Shalom, Li, Kirubarajan, "Estimation with Applications to
 * Tracking and Navigation" (2001), section 6.2. Swing is its constant acceleration model (section 6.2.3) with the
 * spring term added: a sinusoid of that frequency about any centre is followed exactly.
 */
import type { Transition } from './axis-gaussian.ts';

/** Power spectral densities of w, in UNIT^2/s^3 (acceleration) and UNIT^2/s^5 (jerk); UNIT is the axis's own. */
export interface MotionNoise {
  readonly stillAcceleration: number;
  readonly movingAcceleration: number;
  readonly swingJerk: number;
}

export const MOTION_MODELS = ['still', 'moving', 'swing'] as const;
export type MotionModel = (typeof MOTION_MODELS)[number];

/** A head at rest that drifts stops within about this time. */
const SETTLE_SECONDS = 0.3;

/** A brisk head shake: people shake and nod at 1-2.5 Hz. */
export const SWING_RADIANS_PER_SECOND = 2 * Math.PI * 1.4;

/** The transition of a model over a time step, with process noise for one axis. */
export function transitionOver(model: MotionModel, seconds: number, noise: MotionNoise): Transition {
  switch (model) {
    case 'still': {
      // The noise is that of the undamped model: an upper bound, close for the steps that occur.
      const kept = Math.exp(-seconds / SETTLE_SECONDS);
      return {
        matrix: Float64Array.of(1, SETTLE_SECONDS * (1 - kept), 0, 0, kept, 0, 0, 0, 0),
        processNoise: accelerationNoise(noise.stillAcceleration, seconds),
      };
    }
    case 'moving':
      return {
        matrix: Float64Array.of(1, seconds, 0, 0, 1, 0, 0, 0, 0),
        processNoise: accelerationNoise(noise.movingAcceleration, seconds),
      };
    case 'swing': {
      const w = SWING_RADIANS_PER_SECOND;
      const sine = Math.sin(w * seconds);
      const cosine = Math.cos(w * seconds);
      return {
        matrix: Float64Array.of(
          1,
          sine / w,
          (1 - cosine) / (w * w),
          0,
          cosine,
          sine / w,
          0,
          -w * sine,
          cosine,
        ),
        processNoise: jerkNoise(noise.swingJerk, seconds),
      };
    }
  }
}

/** White noise acceleration integrated over t: it spreads velocity and position, and leaves acceleration out. */
function accelerationNoise(density: number, t: number): Float64Array {
  return Float64Array.of((density * t ** 3) / 3, (density * t ** 2) / 2, 0, density * t, 0, 0);
}

/** White noise jerk integrated over t (the spring term left out: it is small within a step). */
function jerkNoise(density: number, t: number): Float64Array {
  return Float64Array.of(
    (density * t ** 5) / 20,
    (density * t ** 4) / 8,
    (density * t ** 3) / 6,
    (density * t ** 3) / 3,
    (density * t ** 2) / 2,
    density * t,
  );
}
