/**
 * What heads do in front of a camera, as exact functions of time.
 * Owns the scripts of the smoothing bench; noise, frame rate and detection are in simulated-camera.ts.
 */
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { fromRotationVector, multiply } from '../../src/geometry/quaternion.ts';

export interface HeadMotion {
  readonly seconds: number;
  readonly poseAt: (seconds: number) => HeadPose;
}

const DEGREE = Math.PI / 180;
const HOME_CM = [4, -2, -60] as const;

const degrees = (pitch: number, yaw: number, roll: number) =>
  multiply(
    fromRotationVector([0, yaw * DEGREE, 0]),
    multiply(fromRotationVector([pitch * DEGREE, 0, 0]), fromRotationVector([0, 0, roll * DEGREE])),
  );

const wave = (seconds: number, hertz: number) => Math.sin(2 * Math.PI * hertz * seconds);

/** 0 before, 1 after, with the least jerk between: how people move from one place to another (Flash and Hogan 1985). */
const glide = (s: number) => {
  const t = Math.min(Math.max(s, 0), 1);
  return t ** 3 * (10 - 15 * t + 6 * t * t);
};

export const HEAD_MOTIONS = {
  /** A head that does not move at all. */
  still: {
    seconds: 30,
    poseAt: () => ({ rotation: degrees(5, -10, 3), translationCm: [...HOME_CM] as const }),
  },
  /** A head at rest as heads are: breath, pulse and posture, half a degree and 2 mm. */
  sway: {
    seconds: 30,
    poseAt: (t: number) => ({
      rotation: degrees(0.5 * wave(t, 0.27), 0.4 * wave(t, 0.17), 0.3 * wave(t, 0.11)),
      translationCm: [
        HOME_CM[0] + 0.2 * wave(t, 0.19),
        HOME_CM[1] + 0.1 * wave(t, 0.25),
        HOME_CM[2] + 0.2 * wave(t, 0.13),
      ],
    }),
  },
  /** "No, no, no": 35 degrees at 1.5 Hz; the nose is carried along by the neck. */
  shake: {
    seconds: 12,
    poseAt: (t: number) => ({
      rotation: degrees(0, 35 * wave(t, 1.5), 0),
      translationCm: [HOME_CM[0] + 6 * wave(t, 1.5), HOME_CM[1], HOME_CM[2]],
    }),
  },
  /** From side to side, 15 cm at 0.4 Hz, without turning. */
  lateral: {
    seconds: 20,
    poseAt: (t: number) => ({
      rotation: degrees(0, 0, 0),
      translationCm: [15 * wave(t, 0.4), HOME_CM[1], HOME_CM[2]],
    }),
  },
  /** Rolling through the upside-down, 90 degrees a second. */
  roll: {
    seconds: 8,
    poseAt: (t: number) => ({ rotation: degrees(3, 5, 90 * t), translationCm: [...HOME_CM] as const }),
  },
  /** Listening and talking: rest, a turn of 35 degrees in 0.4 s, rest, back. */
  turns: {
    seconds: 24,
    poseAt: (t: number) => {
      const phase = t % 4;
      const turned = glide((phase - 1) / 0.4) - glide((phase - 3) / 0.4);
      return {
        rotation: degrees(4 * turned, 35 * turned, 2 * turned),
        translationCm: [HOME_CM[0] + 6 * turned, HOME_CM[1], HOME_CM[2] + 1.5 * turned],
      };
    },
  },
  /** Nodding along, 10 degrees at 0.8 Hz. */
  nod: {
    seconds: 20,
    poseAt: (t: number) => ({
      rotation: degrees(10 * wave(t, 0.8), 0, 0),
      translationCm: [HOME_CM[0], HOME_CM[1] - 2 * wave(t, 0.8), HOME_CM[2] + 0.5 * wave(t, 0.8)],
    }),
  },
  /** Talking: slow and quick turns together, the quicker the smaller. */
  talk: {
    seconds: 40,
    poseAt: (t: number) => {
      const turn = (shift: number) =>
        4 * wave(t + shift, 0.23) +
        2.5 * wave(t + shift, 0.61) +
        1 * wave(t + shift, 1.27) +
        0.4 * wave(t + shift, 2.3);
      return {
        rotation: degrees(turn(3.1), 1.5 * turn(7.7), 0.6 * turn(0)),
        translationCm: [
          HOME_CM[0] + 0.25 * turn(7.7),
          HOME_CM[1] - 0.2 * turn(3.1),
          HOME_CM[2] + 0.2 * turn(5.3),
        ],
      };
    },
  },
} as const satisfies Record<string, HeadMotion>;

export type MotionName = keyof typeof HEAD_MOTIONS;
