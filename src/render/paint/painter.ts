/**
 * Paints a prepared look on frames: frame + heads + look -> the same frame, painted.
 * Owns what outlives a look: which heads fade, the light of the room and the drawings that may be laid on again. It walks the
 * look's steps and knows no effect; their order is effects/table.ts.
 */
import type { FramePixels } from '../../shared/engine-protocol.ts';
import type { PaintMoment, PreparedLook } from '../prepared-look.ts';
import { createHeadFades } from './heads/head-fades.ts';
import type { Moment } from './heads/moment.ts';
import { createRoomLight } from './planes/room-light.ts';
import { createOverlay } from './raster/overlay.ts';

export interface Painter {
  /** Paints in place. Outside what the look covers no bit changes. */
  paint(pixels: FramePixels, moment: Moment, look: PreparedLook): void;
}

export interface PainterOptions {
  /** Milliseconds, by which drawings are kept short. What is painted follows from it in nothing else. */
  readonly now?: () => number;
}

export function createPainter({ now = () => performance.now() }: PainterOptions = {}): Painter {
  const overlay = createOverlay({ now });
  const fades = createHeadFades();
  const room = createRoomLight();
  return {
    paint(pixels, moment, look) {
      const known: PaintMoment = { ...moment, fadingHeads: fades.at(moment), room, overlay };
      const { timestampUs, heads } = moment;
      for (const step of look.steps) if (step.paintsOn === 'camera') step.paint(pixels, known);
      if (look.isLit) room.measure(pixels, { timestampUs, poses: heads.map(({ pose }) => pose) });
      for (const step of look.steps) if (step.paintsOn === 'picture') step.paint(pixels, known);
    },
  };
}
