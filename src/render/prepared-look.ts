/**
 * A look with all that painting needs made: geometry, textures, tables, sprites. Owns them until disposed;
 * the order in which they are used is renderer.ts's.
 */
import type { Hide } from '../filters/schema/hide-schema.ts';
import type { Look } from '../filters/schema/look.ts';
import type { HeadPose } from '../geometry/head-pose.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import { createHiddenHeads, type HiddenHeads } from './paint/heads/head-fades.ts';
import { createParticleLayer, type ParticleLayer } from './paint/layers/particles.ts';
import { createScreenLayers, type ScreenLayers } from './paint/layers/screen-layers.ts';
import { createCropper } from './paint/planes/crop-planes.ts';
import { createFramingPath } from './paint/planes/framing-path.ts';
import type { FrameColor } from './paint/planes/yuv.ts';
import type { CubeLut } from './prepare/cube-lut.ts';
import { createOverlayModel, type OverlayModel } from './prepare/overlay-model.ts';
import { createPreparedGrade, type PreparedGrade } from './prepare/prepared-grade.ts';

export interface PreparedLook {
  readonly look: Look;
  /** Whether it must be known where the heads are; a grade alone does not care. */
  readonly needsHeads: boolean;
  /** It must hold, and holds only where heads are known to be. */
  readonly mustSee: boolean;
  /** It must hold, and what holds is worn: without a head it is nowhere. */
  readonly holdsOnHeadsAlone: boolean;
  /** What the first head wears, what all others do, and both without repetition. */
  readonly model: OverlayModel | null;
  readonly others: OverlayModel | null;
  readonly models: readonly OverlayModel[];
  readonly grade: PreparedGrade | null;
  readonly hide: { readonly how: Hide; readonly heads: HiddenHeads } | null;
  readonly particles: ParticleLayer | null;
  readonly framing: Framer | null;
  readonly screen: ScreenLayers | null;
  /** Frees what it holds on the GPU; not to be painted any more. */
  dispose(): void;
}

export interface Framer {
  /** Crops a painted frame about the heads. */
  crop(pixels: FramePixels, timestampUs: number, poses: readonly HeadPose[]): void;
}

export interface PrepareOptions {
  readonly color: FrameColor;
  readonly loadLut: (name: string) => Promise<CubeLut>;
  /** Uploads a model to the GPU. */
  readonly warm: (model: OverlayModel) => Promise<void>;
}

export async function prepareLook(
  look: Look,
  { color, loadLut, warm }: PrepareOptions,
): Promise<PreparedLook> {
  const model = await createOverlayModel(look);
  const others = look.others ? await createOverlayModel(look.others) : model;
  const models = [...new Set([model, others])].filter((made) => made !== null);
  for (const made of models) await warm(made);
  const { grade, hide, particles, framing, screen } = look;
  const isClosed = look.onFailure === 'closed';
  return {
    look,
    needsHeads: Boolean(models.length > 0 || hide || framing || particles),
    mustSee: isClosed && Boolean(models.length > 0 || hide),
    holdsOnHeadsAlone: isClosed && models.length > 0 && !hide,
    model,
    others,
    models,
    grade: grade ? await createPreparedGrade(await loadLut(grade.lut), grade.strength, color) : null,
    hide: hide ? { how: hide, heads: createHiddenHeads() } : null,
    particles: particles ? createParticleLayer(particles) : null,
    framing: framing ? createFramer(framing) : null,
    screen: screen ? createScreenLayers(screen) : null,
    dispose() {
      for (const made of models) made.dispose();
    },
  };
}

function createFramer(framing: NonNullable<Look['framing']>): Framer {
  const path = createFramingPath(framing);
  const cropper = createCropper();
  return {
    crop(pixels, timestampUs, poses) {
      const { widthPx, heightPx } = pixels;
      cropper.crop(pixels, path.at({ timestampUs, poses, widthPx, heightPx }));
    },
  };
}
