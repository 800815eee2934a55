/**
 * Draws worn things with three, only as large as they appear, and hands out the pixels.
 * Owns the order of a drawing; the WebGL surface is drawing-surface.ts. begin() only queues work for the GPU's process,
 * so that the caller can do something else while it is done; finish() waits for what is left of it.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { nextTurn } from '../../../shared/next-turn.ts';
import type { Light, WornModel } from '../../prepared-parts.ts';
import type { Region } from '../heads/region.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';
import type { DrawnPixels } from '../planes/blend-planes.ts';
import { createDrawingSurface, type SamplesASide } from './drawing-surface.ts';
import { createHeadScene, groupHeads } from './head-scene.ts';

export interface DrawnRegion {
  readonly region: Region;
  readonly drawn: DrawnPixels;
  /** 0..1: less than 1 while a head comes or goes. */
  readonly opacity: number;
}

/** How heads are seen, and by how many samples a pixel at most; four where nothing is said. */
export interface OverlayView extends Intrinsics {
  readonly samplesAPixel?: 1 | 4 | undefined;
  /** Of the room. */
  readonly light: Light;
}

export interface Overlay {
  /** The GPU, or the program that plays one, as WebGL names it. */
  readonly rendererName: string;
  /** Uploads and compiles what a model needs, without a frame's hurry. */
  warm(model: WornModel): Promise<void>;
  /** Queues the drawing of what every head wears. Heads out of view draw nothing. */
  begin(heads: readonly WearingHead[], view: OverlayView): void;
  /** The pixels of the last begin(), valid until the next. @throws Error when the GPU was lost. */
  finish(): readonly DrawnRegion[];
  dispose(): void;
}

/** Pixels that may have four samples each. Larger drawings, of faces very close, make do with one. */
const FINE_AREA_PX = 130_000;

interface Slot {
  readonly region: Region;
  readonly columnPx: number;
  readonly opacity: number;
}

/** Where warming up draws. */
const SOMEWHERE: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] };

/** @throws ProblemError webgl-missing */
export function createOverlay(): Overlay {
  const surface = createDrawingSurface();
  const { renderer } = surface;
  const scene = createHeadScene();
  /** What the last begin() was asked, and whether warming another model has drawn over it since. */
  let asked: Parameters<Overlay['begin']> | null = null;
  let drawnOver = false;
  let slots: Slot[] = [];
  let widthPx = 0;
  let heightPx = 0;

  const draw = (
    view: Intrinsics,
    { region, columnPx, members }: Omit<Slot, 'opacity'> & { readonly members: readonly number[] },
    samples: SamplesASide,
  ) => {
    // In samples of the surface, not in pixels of the frame.
    const [x, width, height] = [columnPx * samples, region.widthPx * samples, region.heightPx * samples];
    renderer.setViewport(x, 0, width, height);
    renderer.setScissor(x, 0, width, height);
    scene.draw(renderer, view, { region, members });
  };

  const begin: Overlay['begin'] = (heads, intrinsics) => {
    asked = [heads, intrinsics];
    drawnOver = false;
    const grouped = groupHeads(heads, intrinsics);
    slots = [];
    widthPx = 0;
    heightPx = 0;
    for (const { region, opacity } of grouped) {
      slots.push({ region, columnPx: widthPx, opacity });
      widthPx += region.widthPx;
      heightPx = Math.max(heightPx, region.heightPx);
    }
    if (slots.length === 0) return;
    const hasSolids = heads.some(({ model }) => model.hasSolids);
    const isFine = hasSolids && intrinsics.samplesAPixel !== 1 && widthPx * heightPx <= FINE_AREA_PX;
    const samples = isFine ? 2 : 1;
    surface.open(widthPx, heightPx, samples);
    scene.wear(heads, intrinsics.light);
    grouped.forEach(({ members }, index) => {
      draw(intrinsics, { ...slots[index]!, members }, samples);
    });
    surface.close();
  };

  return {
    rendererName: surface.rendererName,

    async warm(model) {
      for (const texture of scene.groupOf(model).textures) {
        renderer.initTexture(texture);
        await nextTurn();
      }
      scene.wear([{ model, pose: SOMEWHERE, opacity: 1 }], [1, 1, 1]);
      drawnOver = true;
      scene.compile(renderer);
      await surface.settle();
      // Drivers build the rest of a pipeline when it first draws.
      scene.wear([{ model, pose: SOMEWHERE, opacity: 1 }], [1, 1, 1]);
      drawnOver = true;
      const whole = { widthPx: 64, heightPx: 64, focalPx: 64 };
      surface.open(whole.widthPx, whole.heightPx, 1);
      draw(whole, { region: { ...whole, xPx: 0, yPx: 0 }, columnPx: 0, members: [0] }, 1);
      await surface.settle();
    },

    begin,

    finish() {
      if (asked && drawnOver) begin(...asked);
      if (slots.length === 0) return [];
      const rgba = surface.read();
      return slots.map(({ region, columnPx, opacity }) => ({
        region,
        opacity,
        drawn: { rgba, strideRowPx: widthPx, columnPx },
      }));
    },

    dispose() {
      scene.clear();
      surface.dispose();
    },
  };
}
