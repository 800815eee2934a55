/**
 * One row of the table: what a smoother makes of every motion, at one timing and one kind of noise.
 * Owns which figure is taken from which motion.
 */
import {
  drawFrames,
  lateralLagMs,
  rotationLagMs,
  rotationRmsDegrees,
  rotationStepDegrees,
  rotationWorstDegrees,
  settled,
  translationRmsMm,
  translationStepMm,
} from './figures.ts';
import { HEAD_MOTIONS, type MotionName } from './head-motions.ts';
import type { Smoother } from './rivals.ts';
import {
  type CameraTiming,
  type DetectorNoise,
  type SimulatedFrame,
  simulateFrames,
} from './simulated-camera.ts';

export interface SmoothingFigures {
  readonly stillDegrees: number;
  readonly stillMm: number;
  readonly stepDegrees: number;
  readonly stepMm: number;
  readonly shakeLagMs: number;
  readonly shakeDegrees: number;
  readonly lateralLagMs: number;
  readonly rollWorstDegrees: number;
  readonly turnDegrees: number;
  readonly talkDegrees: number;
}

/** A kind of camera to measure smoothers on: frames are made once and shown to all. */
export interface Trial {
  readonly timing: CameraTiming;
  readonly noise: DetectorNoise;
  readonly frames: Readonly<Record<MotionName, readonly SimulatedFrame[]>>;
}

export function createTrial(timing: CameraTiming, noise: DetectorNoise): Trial {
  const frames = Object.fromEntries(
    Object.entries(HEAD_MOTIONS).map(([name, motion]) => [name, simulateFrames(motion, timing, noise)]),
  ) as Record<MotionName, SimulatedFrame[]>;
  return { timing, noise, frames };
}

export function measureSmoother(create: () => Smoother, { timing, frames }: Trial): SmoothingFigures {
  const draw = (motion: MotionName) => settled(drawFrames(frames[motion], create(), timing));
  const [still, shake, lateral] = [draw('still'), draw('shake'), draw('lateral')];
  return {
    stillDegrees: rotationRmsDegrees(still),
    stillMm: translationRmsMm(still),
    stepDegrees: rotationStepDegrees(still),
    stepMm: translationStepMm(still),
    shakeLagMs: rotationLagMs(shake, HEAD_MOTIONS.shake),
    shakeDegrees: rotationRmsDegrees(shake),
    lateralLagMs: lateralLagMs(lateral, HEAD_MOTIONS.lateral),
    rollWorstDegrees: rotationWorstDegrees(draw('roll')),
    turnDegrees: rotationRmsDegrees(draw('turns')),
    talkDegrees: rotationRmsDegrees(draw('talk')),
  };
}

/** The two figures of the plot alone. */
export function measureJitterAndLag(create: () => Smoother, { timing, frames }: Trial) {
  const draw = (motion: MotionName) => settled(drawFrames(frames[motion], create(), timing));
  return {
    jitterDegrees: rotationRmsDegrees(draw('still')),
    lagMs: rotationLagMs(draw('shake'), HEAD_MOTIONS.shake),
  };
}
