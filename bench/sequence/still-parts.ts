/**
 * Jitter on a video without truth: where the head rests, whatever moves from frame to frame is jitter.
 * Owns what counts as rest, and the measure.
 */
import { FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { conjugate, multiply, toRotationVector } from '../../src/geometry/quaternion.ts';

/** A head rests in a second in which averages of five frames stay within these. */
const REST_DEGREES = 1.5;
const REST_FACE_WIDTHS = 0.02;
const AVERAGED_FRAMES = 5;

export interface StillJitter {
  /** Root mean square of the change from frame to frame, of the rotation and of where the nose is in the picture. */
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
  const steps = [...resting].flatMap((frame) => {
    const [before, now] = [poses[frame - 1], poses[frame]];
    return before && now && resting.has(frame - 1) ? [offset(before, now)] : [];
  });
  const rms = (values: readonly number[]) =>
    Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  return {
    stepDegrees: rms(steps.map(([x = 0, y = 0, z = 0]) => Math.hypot(x, y, z))),
    stepPercentOfFaceWidth: 100 * rms(steps.map(([, , , across = 0, down = 0]) => Math.hypot(across, down))),
  };
}

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
