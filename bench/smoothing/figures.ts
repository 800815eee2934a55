/**
 * What a smoother did to a motion: error, jitter and lag of the drawn poses against the true ones.
 * Owns the measures of the table in docs/pose.md; prints nothing.
 */
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { angleBetween } from '../../src/geometry/quaternion.ts';
import type { HeadMotion } from './head-motions.ts';
import type { Smoother } from './rivals.ts';
import type { CameraTiming, SimulatedFrame } from './simulated-camera.ts';

export interface DrawnFrame {
  readonly seconds: number;
  readonly truth: HeadPose;
  readonly drawn: HeadPose;
}

/** Runs a smoother through simulated frames as the pipeline does: answers come late, every frame is drawn. */
export function drawFrames(
  frames: readonly SimulatedFrame[],
  smoother: Smoother,
  { latencyFrames }: CameraTiming,
): DrawnFrame[] {
  return frames.flatMap(({ seconds, truth }, index) => {
    const answered = frames[index - latencyFrames];
    if (answered?.measured) smoother.observe(answered.seconds, answered.measured);
    const drawn = smoother.predict(seconds);
    return drawn ? [{ seconds, truth, drawn }] : [];
  });
}

const DEGREES = 180 / Math.PI;

/** Frames left out at the start, where a filter still learns what it looks at. */
const SETTLING_SECONDS = 2;
export const settled = (frames: readonly DrawnFrame[]) =>
  frames.filter(({ seconds }) => seconds >= SETTLING_SECONDS);

const rms = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

const distance = (a: HeadPose, b: HeadPose) =>
  Math.hypot(
    a.translationCm[0] - b.translationCm[0],
    a.translationCm[1] - b.translationCm[1],
    a.translationCm[2] - b.translationCm[2],
  );

export const rotationRmsDegrees = (frames: readonly DrawnFrame[]) =>
  rms(frames.map(({ truth, drawn }) => angleBetween(truth.rotation, drawn.rotation) * DEGREES));

export const rotationWorstDegrees = (frames: readonly DrawnFrame[]) =>
  Math.max(...frames.map(({ truth, drawn }) => angleBetween(truth.rotation, drawn.rotation) * DEGREES));

export const translationRmsMm = (frames: readonly DrawnFrame[]) =>
  rms(frames.map(({ truth, drawn }) => distance(truth, drawn) * 10));

/** Drawn motion from one frame to the next, rms; of a still head this is the flicker that the eye sees. */
export const rotationStepDegrees = (frames: readonly DrawnFrame[]) =>
  rms(
    frames.slice(1).map(({ drawn }, i) => angleBetween(frames[i]!.drawn.rotation, drawn.rotation) * DEGREES),
  );

export const translationStepMm = (frames: readonly DrawnFrame[]) =>
  rms(frames.slice(1).map(({ drawn }, i) => distance(frames[i]!.drawn, drawn) * 10));

/** The delay, in ms, that turns the truth into what was drawn with the least squared error. Negative: ahead of time. */
export function lagMs(
  frames: readonly DrawnFrame[],
  motion: HeadMotion,
  errorBetween: (a: HeadPose, b: HeadPose) => number,
): number {
  const cost = (ms: number) =>
    rms(frames.map(({ seconds, drawn }) => errorBetween(motion.poseAt(seconds - ms / 1000), drawn)));
  let [low, high] = [-100, 300];
  // Golden section: the error of a band-limited motion has one valley within a fraction of its period.
  const golden = (Math.sqrt(5) - 1) / 2;
  while (high - low > 0.05) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (cost(left) < cost(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export const rotationLagMs = (frames: readonly DrawnFrame[], motion: HeadMotion) =>
  lagMs(frames, motion, (a, b) => angleBetween(a.rotation, b.rotation));

export const lateralLagMs = (frames: readonly DrawnFrame[], motion: HeadMotion) =>
  lagMs(frames, motion, (a, b) => a.translationCm[0] - b.translationCm[0]);
