/**
 * Every smoother of the bench behind one interface: nothing, the original's Kalman, one euro, a plain Kalman, and ours.
 * Owns the rivals; they are written here for comparison only and nothing of the product imports them.
 */
import { FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import {
  conjugate,
  fromRotationVector,
  IDENTITY,
  multiply,
  normalize,
  type Quaternion,
  toRotationVector,
  type Vector3,
} from '../../src/geometry/quaternion.ts';
import { createHeadTracks } from '../../src/tracking/head-tracks.ts';

export interface Smoother {
  observe(seconds: number, measured: HeadPose): void;
  /** The pose to draw in the frame at this time; null before there is any. */
  predict(seconds: number): HeadPose | null;
}

export const SMOOTHERS = {
  none: createNone,
  'scalar Kalman (original)': () => createScalarKalman(),
  '1-euro (0.3, 8)': () => createOneEuro(),
  'constant-velocity Kalman': () => createPlainKalman(),
  ours: createOurs,
} as const satisfies Record<string, () => Smoother>;

function createNone(): Smoother {
  let last: HeadPose | null = null;
  return {
    observe(_, measured) {
      last = measured;
    },
    predict: () => last,
  };
}

/** filtrou.me 2019: a scalar Kalman filter on each Euler angle and coordinate; without time it converges to this gain. */
const ORIGINAL_GAIN = 434 / 1000;

export function createScalarKalman(gain = ORIGINAL_GAIN): Smoother {
  let state: number[] | null = null;
  return {
    observe(_, { rotation, translationCm }) {
      const measured = [...toEuler(rotation), ...translationCm];
      state = state?.map((value, i) => value + gain * (measured[i]! - value)) ?? measured;
    },
    predict() {
      if (!state) return null;
      const [x, y, z, tx, ty, tz] = state;
      return { rotation: fromEuler([x!, y!, z!]), translationCm: [tx!, ty!, tz!] };
    },
  };
}

/** Casiez, Roussel, Vogel, "1 euro filter" (CHI 2012); rotation along the geodesic in radians, position in face widths. */
export function createOneEuro(beta = 8): Smoother {
  const [leastCutoff, speedCutoff] = [0.3, 1];
  const gain = (hertz: number, seconds: number) => 1 / (1 + 1 / (2 * Math.PI * hertz * seconds));
  let rotation = IDENTITY;
  let position: Vector3 = [0, 0, 0];
  let turning: Vector3 = [0, 0, 0];
  let moving: Vector3 = [0, 0, 0];
  let lastRaw: HeadPose | null = null;
  let last = 0;
  const follow = (from: Vector3, to: Vector3, k: number): Vector3 => [
    from[0] + k * (to[0] - from[0]),
    from[1] + k * (to[1] - from[1]),
    from[2] + k * (to[2] - from[2]),
  ];
  return {
    observe(seconds, measured) {
      const dt = seconds - last;
      last = seconds;
      if (!lastRaw) {
        rotation = measured.rotation;
        position = measured.translationCm;
      } else {
        const k = gain(speedCutoff, dt);
        const turned = toRotationVector(multiply(measured.rotation, conjugate(lastRaw.rotation)));
        const [px, py, pz] = lastRaw.translationCm;
        const [mx, my, mz] = measured.translationCm;
        turning = follow(turning, [turned[0] / dt, turned[1] / dt, turned[2] / dt], k);
        moving = follow(moving, [(mx - px) / dt, (my - py) / dt, (mz - pz) / dt], k);
        const rotationGain = gain(leastCutoff + beta * Math.hypot(...turning), dt);
        const positionGain = gain(leastCutoff + (beta * Math.hypot(...moving)) / FACE_WIDTH_CM, dt);
        const [x, y, z] = toRotationVector(multiply(measured.rotation, conjugate(rotation)));
        const step = fromRotationVector([x * rotationGain, y * rotationGain, z * rotationGain]);
        rotation = normalize(multiply(step, rotation));
        position = follow(position, measured.translationCm, positionGain);
      }
      lastRaw = measured;
    },
    predict: () => (lastRaw ? { rotation, translationCm: position } : null),
  };
}

/** One Kalman filter a coordinate, constant velocity, rotation in the tangent space; one tuning for rest and motion. */
export function createPlainKalman(walkDegrees = 600): Smoother {
  const rotationAxes = [0, 1, 2].map(() =>
    createAxis((0.6 * Math.PI) / 180, ((walkDegrees * Math.PI) / 180) ** 2),
  );
  const positionAxes = [
    createAxis(0.06, (walkDegrees / 10) ** 2),
    createAxis(0.06, (walkDegrees / 10) ** 2),
    createAxis(0.35, (walkDegrees / 10) ** 2),
  ];
  let reference: Quaternion | null = null;
  let last = 0;
  return {
    observe(seconds, { rotation, translationCm }) {
      const dt = reference ? seconds - last : 0;
      reference ??= rotation;
      const error = toRotationVector(multiply(rotation, conjugate(reference)));
      rotationAxes.forEach((axis, i) => {
        axis.observe(error[i]!, dt);
      });
      positionAxes.forEach((axis, i) => {
        axis.observe(translationCm[i]!, dt);
      });
      const [x, y, z] = rotationAxes.map((axis) => axis.take());
      reference = normalize(multiply(fromRotationVector([x!, y!, z!]), reference));
      last = seconds;
    },
    predict(seconds) {
      if (!reference) return null;
      const [x, y, z] = rotationAxes.map((axis) => axis.at(seconds - last));
      const [tx, ty, tz] = positionAxes.map((axis) => axis.at(seconds - last));
      const rotation = normalize(multiply(fromRotationVector([x!, y!, z!]), reference));
      return { rotation, translationCm: [tx!, ty!, tz!] };
    },
  };
}

function createAxis(deviation: number, density: number) {
  let [p, v, pp, pv, vv] = [0, 0, 1e6, 0, 1e6];
  return {
    observe(measured: number, dt: number) {
      p += v * dt;
      pp += 2 * pv * dt + vv * dt * dt + (density * dt ** 3) / 3;
      pv += vv * dt + (density * dt ** 2) / 2;
      vv += density * dt;
      const total = pp + deviation ** 2;
      const innovation = measured - p;
      p += (pp / total) * innovation;
      v += (pv / total) * innovation;
      vv -= (pv * pv) / total;
      pv -= (pp * pv) / total;
      pp -= (pp * pp) / total;
    },
    at: (dt: number) => p + v * dt,
    /** Hands the position over to the reference. */
    take() {
      const taken = p;
      p = 0;
      return taken;
    },
  };
}

function createOurs(): Smoother {
  const tracks = createHeadTracks();
  return {
    observe(seconds, pose) {
      const face = { score: 1, keypointsPx: [], pose, confidence: 1 };
      tracks.observe({ timestampUs: seconds * 1e6, faces: [face] });
    },
    predict: (seconds) => tracks.predict(seconds * 1e6)[0]?.pose ?? null,
  };
}

/** Euler angles x, y, z of R = Ry Rx Rz, radians. */
function toEuler([x, y, z, w]: Quaternion): Vector3 {
  const pitch = Math.asin(Math.min(Math.max(2 * (w * x - y * z), -1), 1));
  const yaw = Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
  const roll = Math.atan2(2 * (x * y + w * z), 1 - 2 * (x * x + z * z));
  return [pitch, yaw, roll];
}

function fromEuler([pitch, yaw, roll]: Vector3): Quaternion {
  const turn = multiply(fromRotationVector([0, yaw, 0]), fromRotationVector([pitch, 0, 0]));
  return multiply(turn, fromRotationVector([0, 0, roll]));
}
