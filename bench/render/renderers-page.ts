/** The page's half of bench/render/renderers.ts: draws what is worn, by our renderer or by three's on WebGL. */
import { findFilter } from '../../src/filters/catalogue/index.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import { groupHeads } from '../../src/render/paint/raster/head-groups.ts';
import { createOverlay, FINE_AREA_PX } from '../../src/render/paint/raster/overlay.ts';
import { resolveSamples } from '../../src/render/paint/raster/resolve-samples.ts';
import { createWornModel } from '../../src/render/prepare/worn-model.ts';
import type { WornModel } from '../../src/render/prepared-parts.ts';
import { createWebglDrawing } from '../../tests/render/webgl/drawing.ts';

export interface RendererRun {
  readonly renderer: 'ours' | 'webgl';
  readonly filter: string;
  readonly distanceCm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frames: number;
  /** A head that sits still trembles by so much of what one moves that talks. */
  readonly motion: number;
}

export interface RendererTimes {
  /** Of each drawing, until its pixels are there. */
  readonly ms: readonly number[];
  readonly kept: number;
}

const overlay = createOverlay({ now: () => performance.now() });
const models = new Map<string, WornModel>();
let webgl: ReturnType<typeof createWebglDrawing> | null = null;

async function modelOf(id: string): Promise<WornModel> {
  const model = models.get(id) ?? (await createWornModel(findFilter(id)!));
  if (!model) throw new Error(`Expected a filter that is worn, received ${id}`);
  models.set(id, model);
  return model;
}

async function drawMany(run: RendererRun): Promise<RendererTimes> {
  const { renderer, filter, distanceCm, widthPx, heightPx, frames, motion } = run;
  const model = await modelOf(filter);
  const view = { ...assumeIntrinsics(widthPx, heightPx), light: [1, 1, 1] as const };
  const keptBefore = overlay.counts.kept;
  const ms: number[] = [];
  let pixels = new Uint32Array(0);
  for (let frame = 0; frame < frames; frame += 1) {
    const phase = frame / 14;
    const pose = {
      rotation: fromRotationVector([
        motion * 0.12 * Math.sin(1.3 * phase),
        motion * 0.5 * Math.sin(phase),
        motion * 0.08 * Math.cos(phase),
      ]),
      translationCm: [
        motion * 2 * Math.sin(0.7 * phase),
        motion * Math.cos(0.9 * phase),
        -distanceCm,
      ] as const,
    };
    const heads = [{ model, pose, opacity: 1 }];
    const started = performance.now();
    if (renderer === 'ours') overlay.draw(heads, view);
    else {
      webgl ??= createWebglDrawing();
      for (const group of groupHeads(heads, view)) {
        const { widthPx: width, heightPx: height } = group.region;
        const isFine = model.hasSolids && width * height <= FINE_AREA_PX;
        const scale = isFine ? 2 : 1;
        const bytes = webgl.read(group, { ...view, samplesASide: scale });
        if (pixels.length < width * height) pixels = new Uint32Array(width * height);
        const words = new Int32Array(bytes.buffer);
        const samples = { words, depths: words, columns: width * scale, rows: height * scale };
        if (isFine) resolveSamples(samples, pixels, { widthPx: width, heightPx: height, scale, opacity: 1 });
      }
    }
    ms.push(performance.now() - started);
    // As in a call, others have their turn.
    if (frame % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { ms, kept: overlay.counts.kept - keptBefore };
}

Object.assign(globalThis, { drawMany });
