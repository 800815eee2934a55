/**
 * THE ORDER OF DRAWING, whatever is combined: the table of effects, and the only list of them.
 *
 * The camera's colours are graded first, so that what is laid over keeps its own; faces are hidden before anything
 * is put on them; the crop takes all that belongs to the heads along; what is fixed to the screen stays where it is.
 */
import type { Depth } from '../prepared-look.ts';
import type { Effect } from './effect.ts';
import { framing } from './framing.ts';
import { grade } from './grade.ts';
import { hide } from './hide.ts';
import { particles } from './particles.ts';
import { screen } from './screen.ts';
import { wear } from './wear.ts';

export interface EffectRow {
  readonly effect: Effect;
  /** For an effect that stands here twice; "before" where nothing is said. */
  readonly depth?: Depth;
}

export type EffectTable = readonly EffectRow[];

export const EFFECT_TABLE: EffectTable = [
  { effect: grade },
  { effect: hide },
  { effect: particles, depth: 'behind' },
  { effect: wear },
  { effect: particles, depth: 'before' },
  { effect: framing },
  { effect: screen },
];

/** Each effect of a table once, in the order of its first row. */
export function effectsOf(table: EffectTable): Effect[] {
  return [...new Set(table.map(({ effect }) => effect))];
}
