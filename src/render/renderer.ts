/**
 * The render stage: frame + heads + look -> the same frame, painted. Owns THE ORDER OF DRAWING, whatever is combined:
 *
 *   grade -> hide -> particles behind heads -> worn things -> particles before heads -> framing -> screen
 *
 * The camera's colours are graded first, so that what is laid over keeps its own; faces are hidden before anything
 * is put on them; the crop takes all that belongs to the heads along; what is fixed to the screen stays where it is.
 */
import type { Look } from '../filters/schema/look.ts';
import { readLut } from '../filters/schema/luts.ts';
import type { LutTable } from '../filters/schema/packed-lut.ts';
import { assumeIntrinsics } from '../geometry/intrinsics.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import { createHeadFades, type FadingHead, type Moment } from './paint/heads/head-fades.ts';
import { blendPlanes, fadeDrawn } from './paint/planes/blend-planes.ts';
import { gradeColorOf, gradePlanes } from './paint/planes/grade.ts';
import { hideFaces } from './paint/planes/hide-faces.ts';
import type { FrameColor } from './paint/planes/yuv.ts';
import { wearingOf } from './paint/scene/head-scene.ts';
import { createOverlay, type Overlay } from './paint/scene/overlay.ts';
import { createRoomLight } from './paint/scene/room-light.ts';
import { lutOfBytes, parseCube } from './prepare/cube-lut.ts';
import { type PreparedLook, prepareLook } from './prepared-look.ts';

export type { Head, Moment } from './paint/heads/head-fades.ts';
export type { PreparedLook } from './prepared-look.ts';

export interface Renderer {
  /**
   * Makes a look ready to paint, in small pieces of work; what is painted meanwhile goes on.
   * @param color of the frames to come, when known: a grade that was made for others is made again at the first frame.
   * @throws ProblemError webgl-missing where something is to be drawn and there is no WebGL2; Error for a bad colour table.
   */
  prepare(look: Look, color?: FrameColor): Promise<PreparedLook>;
  /**
   * Queues the drawing for a frame of this size. Optional: called early (before the frame's pixels are copied),
   * it hides the GPU's time behind other work; paint() with the same arguments then only collects.
   */
  begin(size: FrameSize, moment: Moment, prepared: PreparedLook): void;
  /** Paints in place. Outside what the look covers no bit changes. */
  paint(pixels: FramePixels, moment: Moment, prepared: PreparedLook): void;
  dispose(): void;
}

export interface FrameSize extends Pick<FramePixels, 'widthPx' | 'heightPx'> {
  /** One sample a pixel is cheaper, and edges crawl; four are the rule. */
  readonly samplesAPixel?: 1 | 4 | undefined;
}

export interface RendererOptions {
  /** From the name of a table to the table, or to the text of a .cube file. */
  readonly loadLut?: (name: string) => Promise<LutTable | string>;
}

/** The colours of most cameras: HD, 16-235. */
const USUAL_COLOR: FrameColor = { matrix: 'bt709', fullRange: false };

/** Creates the stage. Nothing is drawn with a GPU, and none is asked for, until a look needs it. */
export function createRenderer({ loadLut = readLut }: RendererOptions = {}): Renderer {
  let overlay: Overlay | null = null;
  const fades = createHeadFades();
  const room = createRoomLight();
  /** What begin() has queued and paint() has not collected. */
  let begun: {
    readonly moment: Moment;
    readonly prepared: PreparedLook;
    readonly heads: readonly FadingHead[];
  } | null = null;

  const begin: Renderer['begin'] = ({ widthPx, heightPx, samplesAPixel }, moment, prepared) => {
    const heads = fades.at(moment);
    begun = { moment, prepared, heads };
    if (prepared.models.length === 0) return;
    for (const model of prepared.models) model.setRoomLight(room.light);
    overlay?.begin(wearingOf(heads, prepared), { ...assumeIntrinsics(widthPx, heightPx), samplesAPixel });
  };

  return {
    prepare: (look, color = USUAL_COLOR) =>
      prepareLook(look, {
        color,
        loadLut: async (name) => toLut(await loadLut(name)),
        async warm(model) {
          overlay ??= createOverlay();
          await overlay.warm(model);
        },
      }),

    begin,

    paint(pixels, moment, prepared) {
      const poses = moment.heads.map(({ pose }) => pose);
      const { grade, hide, particles, framing, screen } = prepared;
      // While the GPU's process draws, this thread does all that comes before.
      if (grade) gradePlanes(pixels, grade.tableFor(gradeColorOf(pixels)));
      if (prepared.models.length > 0) room.look(pixels, { timestampUs: moment.timestampUs, poses });
      if (begun?.moment !== moment || begun.prepared !== prepared) begin(pixels, moment, prepared);
      const heads = begun?.heads ?? [];
      begun = null;
      const shown = { timestampUs: moment.timestampUs, heads };
      if (hide) hideFaces(pixels, hide.heads.at(moment), hide.how);
      particles?.draw(pixels, shown, 'behind');
      const drawings = prepared.models.length > 0 && overlay ? overlay.finish() : [];
      for (const { region, drawn, opacity } of drawings) {
        if (opacity < 1) fadeDrawn(drawn, region, opacity);
        blendPlanes(pixels, region, drawn);
      }
      particles?.draw(pixels, shown, 'before');
      framing?.crop(pixels, moment.timestampUs, poses);
      screen?.blend(pixels);
    },

    dispose() {
      overlay?.dispose();
      overlay = null;
    },
  };
}

function toLut(loaded: LutTable | string) {
  return typeof loaded === 'string' ? parseCube(loaded) : lutOfBytes(loaded);
}
