/**
 * Jitter on a video without truth: where the head rests, whatever moves from frame to frame is jitter.
 * Owns what counts as rest, and the measure.
 */
import { FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { conjugate, multiply, toRotationVector } from '../../src/geometry/quaternion.ts';

/** A head rests in a second in which averages of five frames stay within these. */
const REST_DEGREES = 1;
const REST_FACE_WIDTHS = 0.012;
const AVERAGED_FRAMES = 5;

/** Root mean squares, of the rotation and of where the nose is in the picture. */
export interface StillJitter {
  /** About the mean of all frames. */
  readonly degrees: number;
  readonly percentOfFaceWidth: number;
  /** From one frame to the next. */
  readonly stepDegrees: number;
  readonly stepPercentOfFaceWidth: number;
}

/** The frames of a head that lie within a second of rest. */
export function findRest(poses: readonly (HeadPose | null)[], framesPerSecond: number): ReadonlySet<number> {
  const resting = new Set<number>();
  for (let from = 0; from + framesPerSecond <= poses.length; from++) {
    const second = poses.slice(from, from + framesPerSecond).filter((pose) => pose !== null);
    if (second.length < framesPerSecond || !isRest(second)) continue;
    for (let frame = from; frame < from + framesPerSecond; frame++) resting.add(frame);
  }
  return resting;
}

export function measureStillJitter(
  poses: readonly (HeadPose | null)[],
  resting: ReadonlySet<number>,
): StillJitter {
  const first = poses.find((pose, frame) => pose !== null && resting.has(frame));
  if (!first) throw new Error('measureStillJitter expects a pose in at least one of the resting frames');
  const steps: number[][] = [];
  const offsets: number[][] = [];
  for (const frame of resting) {
    const [before, now] = [poses[frame - 1], poses[frame]];
    if (!now) continue;
    offsets.push(offset(first, now));
    if (before && resting.has(frame - 1)) steps.push(offset(before, now));
  }
  const means = [0, 1, 2, 3, 4].map((axis) => mean(offsets.map((one) => one[axis]!)));
  const deviations = offsets.map((one) => one.map((value, axis) => value - means[axis]!));
  return {
    degrees: rmsLength(deviations.map((one) => one.slice(0, 3))),
    percentOfFaceWidth: 100 * rmsLength(deviations.map((one) => one.slice(3))),
    stepDegrees: rmsLength(steps.map((one) => one.slice(0, 3))),
    stepPercentOfFaceWidth: 100 * rmsLength(steps.map((one) => one.slice(3))),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const rmsLength = (vectors: readonly (readonly number[])[]) =>
  Math.sqrt(mean(vectors.map((vector) => vector.reduce((sum, value) => sum + value ** 2, 0))));

function isRest(poses: readonly HeadPose[]): boolean {
  const offsets = poses.map((pose) => offset(poses[0]!, pose));
  const limits = [REST_DEGREES, REST_DEGREES, REST_DEGREES, REST_FACE_WIDTHS, REST_FACE_WIDTHS];
  return limits.every((limit, axis) => {
    const averages = offsets.slice(AVERAGED_FRAMES - 1).map((_, i) => {
      const group = offsets.slice(i, i + AVERAGED_FRAMES);
      return group.reduce((sum, one) => sum + one[axis]!, 0) / AVERAGED_FRAMES;
    });
    return Math.max(...averages) - Math.min(...averages) < limit;
  });
}

/** From one pose to another: rotation vector in degrees, then the nose's way in the picture in face widths. */
function offset(from: HeadPose, to: HeadPose): number[] {
  const turn = toRotationVector(multiply(to.rotation, conjugate(from.rotation)));
  const [x, y, z] = from.translationCm;
  const [toX, toY, toZ] = to.translationCm;
  const across = (toX / toZ - x / z) * (z / FACE_WIDTH_CM);
  const down = (toY / toZ - y / z) * (z / FACE_WIDTH_CM);
  return [...turn.map((radians) => (radians * 180) / Math.PI), across, down];
}
