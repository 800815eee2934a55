/**
 * What a look becomes on its way to the picture: look -> look parts, by prepareLook() where the extension's own code runs ->
 * prepared look, by openLook() where frames are painted. Types alone. Owns the contract; which effects there are it does not know.
 */

import type { FramePixels } from '../shared/engine-protocol.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import type { FadingHead } from './paint/heads/head-fades.ts';
import type { Moment } from './paint/heads/moment.ts';
import type { Overlay } from './paint/raster/overlay.ts';
import type { Light } from './prepared-parts.ts';

/** What must be known of a frame to paint on it. */
export type Requirement = 'heads';

/**
 * How an effect keeps a face from being seen. everything: while it is not known where heads are, it hides the whole frame.
 * heads: it hides by what a head wears, so without a known head it hides nothing.
 */
export type Covers = 'everything' | 'heads';

/**
 * What painting an effect needs, by the effect's name: plain objects, numbers, strings and typed arrays, which can be posted
 * from thread to thread. Each painting half (paint/steps/NAME.ts) adds its own here by `declare module`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: painting halves fill it.
export interface EffectParts {}

export interface LookParts {
  readonly onFailure: FailMode;
  readonly requires: readonly Requirement[];
  /** What its effects cover, the safest of them; null: nothing. */
  readonly covers: Covers | null;
  /** Of those effects that have something to paint. */
  readonly effects: EffectParts;
}

export interface PreparedLook {
  readonly onFailure: FailMode;
  readonly requires: ReadonlySet<Requirement>;
  readonly covers: Covers | null;
  /** In the order of drawing. */
  readonly steps: readonly PaintStep[];
  /** Whether something in it is lit by the room. */
  readonly isLit: boolean;
  /** Whether it was made for frames like this one: what was made for others is left out, or off by a shade. */
  fits(frame: FrameKind): boolean;
}

export interface PaintStep {
  /** The effect's name. */
  readonly effect: string;
  readonly paintsOn: 'camera' | 'picture';
  /** Paints in place. */
  paint(pixels: FramePixels, moment: PaintMoment): void;
}

/** One effect of a look, ready to be painted. */
export interface OpenedEffect {
  /** Whether it is lit by the room. */
  readonly isLit?: boolean;
  /** Absent: it fits all frames. */
  fits?(frame: FrameKind): boolean;
  /** Depth: for what the table names twice, behind the heads and before them. */
  paint(pixels: FramePixels, moment: PaintMoment, depth: Depth): void;
}

/** The painting half of an effect. */
export interface PaintedEffect<Name extends keyof EffectParts = keyof EffectParts> {
  readonly name: Name;
  /** The camera's own picture is corrected before the room's light is measured; all else is laid over it. */
  readonly paintsOn: 'camera' | 'picture';
  open(parts: NonNullable<EffectParts[Name]>): OpenedEffect;
}

export type Depth = 'behind' | 'before';

/** What the painter knows at a frame's time. */
export interface PaintMoment extends Moment {
  /** The heads to draw on: those that come and go among them. */
  readonly fadingHeads: readonly FadingHead[];
  readonly room: { readonly light: Light };
  /** Draws what heads wear. */
  readonly overlay: Pick<Overlay, 'draw'>;
}
