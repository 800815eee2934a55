/**
 * The render stage: frame + heads + look -> the same frame, painted. Owns the order within it:
 * the camera's colours are graded first, then things are laid over, so that what is worn keeps its own colours.
 */
import type { Look } from '../filters/look.ts';
import { lutText } from '../filters/luts.ts';
import type { HeadPose } from '../geometry/head-pose.ts';
import { assumeIntrinsics } from '../geometry/intrinsics.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import { blendPlanes } from './blend-planes.ts';
import { gradeColorOf, gradePlanes } from './grade.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { createOverlayModel, type OverlayModel } from './overlay-model.ts';
import { createPreparedGrade, type PreparedGrade } from './prepared-grade.ts';
import type { FrameColor } from './yuv.ts';

/** A look with all its geometry, textures and tables made. */
export interface PreparedLook {
  readonly look: Look;
  readonly model: OverlayModel | null;
  readonly grade: PreparedGrade | null;
  /** Frees what it holds on the GPU; not to be painted any more. */
  dispose(): void;
}

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
  begin(size: FrameSize, heads: readonly HeadPose[], prepared: PreparedLook): void;
  /** Paints in place. Outside what the look covers no bit changes. */
  paint(pixels: FramePixels, heads: readonly HeadPose[], prepared: PreparedLook): void;
  dispose(): void;
}

export interface FrameSize extends Pick<FramePixels, 'widthPx' | 'heightPx'> {
  /** One sample a pixel is cheaper, and edges crawl; four are the rule. */
  readonly samplesAPixel?: 1 | 4 | undefined;
}

export interface RendererOptions {
  /** From the name of a .cube file to its text; where the page's script shall not carry them all, another way. */
  readonly loadLut?: (name: string) => string | Promise<string>;
}

/** The colours of most cameras: HD, 16-235. */
const USUAL_COLOR: FrameColor = { matrix: 'bt709', fullRange: false };

/** Creates the stage. Nothing is drawn with a GPU, and none is asked for, until a look needs it. */
export function createRenderer({ loadLut = lutText }: RendererOptions = {}): Renderer {
  let overlay: Overlay | null = null;
  /** What begin() has queued and paint() has not collected. */
  let begun: { readonly heads: readonly HeadPose[]; readonly prepared: PreparedLook } | null = null;

  const begin: Renderer['begin'] = ({ widthPx, heightPx, samplesAPixel }, heads, prepared) => {
    begun = { heads, prepared };
    if (prepared.model)
      overlay?.begin(prepared.model, heads, { ...assumeIntrinsics(widthPx, heightPx), samplesAPixel });
  };

  return {
    async prepare(look, color = USUAL_COLOR) {
      const model = await createOverlayModel(look);
      if (model) {
        overlay ??= createOverlay();
        await overlay.warm(model);
      }
      const grade = look.grade
        ? await createPreparedGrade(await loadLut(look.grade.lut), look.grade.strength, color)
        : null;
      return { look, model, grade, dispose: () => model?.dispose() };
    },

    begin,

    paint(pixels, heads, prepared) {
      if (begun?.heads !== heads || begun.prepared !== prepared) begin(pixels, heads, prepared);
      begun = null;
      // While the GPU's process draws, this thread grades.
      if (prepared.grade) gradePlanes(pixels, prepared.grade.tableFor(gradeColorOf(pixels)));
      if (!prepared.model || !overlay) return;
      for (const { region, drawn } of overlay.finish()) blendPlanes(pixels, region, drawn);
    },

    dispose() {
      overlay?.dispose();
      overlay = null;
    },
  };
}
