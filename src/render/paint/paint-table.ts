/**
 * THE ORDER OF DRAWING, whatever is combined: the table of effects as they are painted, and the only list of them.
 *
 * The camera's colours are graded first, so that what is laid over keeps its own; faces are hidden before anything
 * is put on them; the crop takes all that belongs to the heads along; what is fixed to the screen stays where it is.
 */
import type { Depth, PaintedEffect } from '../prepared-look.ts';
import { paintedFraming } from './steps/framing.ts';
import { paintedGrade } from './steps/grade.ts';
import { paintedHide } from './steps/hide.ts';
import { paintedParticles } from './steps/particles.ts';
import { paintedScreen } from './steps/screen.ts';
import { paintedWear } from './steps/wear.ts';

export interface PaintRow {
  readonly effect: Pick<PaintedEffect, 'name' | 'paintsOn'> & {
    open(parts: never): ReturnType<PaintedEffect['open']>;
  };
  /** For an effect that stands here twice; "before" where nothing is said. */
  readonly depth?: Depth;
}

export type PaintTable = readonly PaintRow[];

export const PAINT_TABLE: PaintTable = [
  { effect: paintedGrade },
  { effect: paintedHide },
  { effect: paintedParticles, depth: 'behind' },
  { effect: paintedWear },
  { effect: paintedParticles, depth: 'before' },
  { effect: paintedFraming },
  { effect: paintedScreen },
];
