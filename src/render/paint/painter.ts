/**
 * Paints a prepared look on frames: frame + heads + look -> the same frame, painted.
 * Owns what outlives a look: which heads fade, the light of the room and the drawing surface. It walks the look's steps
 * and knows no effect; their order is effects/table.ts.
 */
import type { FramePixels } from '../../shared/engine-protocol.ts';
import type { FrameSize, PaintMoment, PreparedLook } from '../prepared-look.ts';
import type { WornModel } from '../prepared-parts.ts';
import { createHeadFades } from './heads/head-fades.ts';
import type { Moment } from './heads/moment.ts';
import { createOverlay, type Overlay } from './scene/overlay.ts';
import { createRoomLight } from './scene/room-light.ts';

export interface Painter {
  /**
   * Uploads and compiles what a model needs, for prepareLook(); what is painted meanwhile goes on.
   * @throws ProblemError webgl-missing
   */
  warm(model: WornModel): Promise<void>;
  /**
   * Queues the drawing for a frame of this size. Optional: called early (before the frame's pixels are copied),
   * it hides the GPU's time behind other work; paint() with the same arguments then only collects.
   */
  begin(size: FrameSize, moment: Moment, look: PreparedLook): void;
  /** Paints in place. Outside what the look covers no bit changes. */
  paint(pixels: FramePixels, moment: Moment, look: PreparedLook): void;
  dispose(): void;
}

/** Nothing is drawn with a GPU, and none is asked for, until a look needs it. */
export function createPainter(): Painter {
  let overlay: Overlay | null = null;
  const fades = createHeadFades();
  const room = createRoomLight();
  /** What begin() has queued and paint() has not collected. */
  let begun: { readonly moment: Moment; readonly look: PreparedLook; readonly known: PaintMoment } | null =
    null;

  const knownAt = (moment: Moment): PaintMoment => ({
    ...moment,
    fadingHeads: fades.at(moment),
    room,
    // Read when it is used: the painter may have been disposed since.
    get overlay() {
      return overlay;
    },
  });

  return {
    async warm(model) {
      overlay ??= createOverlay();
      await overlay.warm(model);
    },

    begin(size, moment, look) {
      const known = knownAt(moment);
      begun = { moment, look, known };
      look.begin(size, known);
    },

    paint(pixels, moment, look) {
      const isBegun = begun?.moment === moment && begun.look === look;
      const known = isBegun && begun ? begun.known : knownAt(moment);
      begun = null;
      const { timestampUs, heads } = moment;
      // While the GPU's process draws, this thread does all that comes before.
      for (const step of look.steps) if (step.paintsOn === 'camera') step.paint(pixels, known);
      if (look.isLit) room.measure(pixels, { timestampUs, poses: heads.map(({ pose }) => pose) });
      if (!isBegun) look.begin(pixels, known);
      for (const step of look.steps) if (step.paintsOn === 'picture') step.paint(pixels, known);
    },

    dispose() {
      overlay?.dispose();
      overlay = null;
    },
  };
}
