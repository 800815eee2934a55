/**
 * The list of effects as filters declare them and looks are prepared of them: the only one. Their order says nothing;
 * what is drawn over what is paint/paint-table.ts.
 */
import type { Effect } from './effect.ts';
import { framing } from './framing.ts';
import { grade } from './grade.ts';
import { hide } from './hide.ts';
import { particles } from './particles.ts';
import { screen } from './screen.ts';
import { wear } from './wear.ts';

export const EFFECTS: readonly Effect[] = [grade, hide, particles, wear, framing, screen];
