/**
 * What prepareLook() gives and the painter takes: a look with all that painting it needs made.
 * Types alone. Owns the contract between the two; which effects there are neither of them knows.
 */

import type { Look } from '../filters/schema/look.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import type { FailMode } from '../shared/fail-mode.ts';
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

export interface PreparedLook {
  readonly look: Look;
  readonly onFailure: FailMode;
  readonly requires: ReadonlySet<Requirement>;
  /** What its effects cover, the safest of them; null: nothing. */
  readonly covers: Covers | null;
  /** In the order of drawing. */
  readonly steps: readonly PaintStep[];
  /** Whether something in it is lit by the room. */
  readonly isLit: boolean;
  /** Frees what it holds; not to be painted any more. */
  dispose(): void;
}

export interface PaintStep {
  /** The effect's name. */
  readonly effect: string;
  readonly paintsOn: 'camera' | 'picture';
  /** Paints in place. */
  paint(pixels: FramePixels, moment: PaintMoment): void;
}

/** What one effect of a look has made ready. */
export interface PreparedEffect {
  /** Whether it is lit by the room. */
  readonly isLit?: boolean;
  /** Depth: for what the table names twice, behind the heads and before them. */
  paint(pixels: FramePixels, moment: PaintMoment, depth: Depth): void;
  dispose?(): void;
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
