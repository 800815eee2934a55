/**
 * Draws worn things, only as large as they appear, and hands out the pixels. Owns the buffers, which drawing may be laid on
 * again, and how finely is drawn. No GPU, no canvas: the same arrays give the same pixels wherever this runs.
 */
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import type { Light } from '../../prepared-parts.ts';
import type { Region } from '../heads/region.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';
import type { DrawnPixels } from '../planes/blend-planes.ts';
import { drawHeads } from './draw-heads.ts';
import { createDrawingBudget, type Scale } from './drawing-budget.ts';
import { groupHeads, type HeadGroup } from './head-groups.ts';
import { type DrawnFor, isStillRight } from './kept-drawing.ts';
import { resolveSamples } from './resolve-samples.ts';
import { SampleBuffers } from './samples.ts';

export interface DrawnRegion {
  readonly region: Region;
  readonly drawn: DrawnPixels;
}

/** How heads are seen and lit, and by how many samples a pixel at most; four where nothing is said. */
export interface OverlayView extends Intrinsics {
  readonly samplesAPixel?: 1 | 4 | undefined;
  readonly light: Light;
}

export interface Overlay {
  /** What every head wears, valid until the next call. Heads out of view draw nothing. */
  draw(heads: readonly WearingHead[], view: OverlayView): readonly DrawnRegion[];
  /** How many drawings were made, and how many laid on again. */
  readonly counts: { readonly made: number; readonly kept: number };
}

/** Pixels that may have four samples each. Larger drawings, of faces very close, make do with one. */
export const FINE_AREA_PX = 130_000;

/** So much larger than needed is a new buffer, so that a head that comes nearer does not need one a frame. */
const ROOM = 1.3;

interface Drawing extends DrawnRegion {
  readonly madeFor: DrawnFor;
  readonly pixels: Uint32Array;
}

export interface OverlayOptions {
  /** Milliseconds; for the bound on a drawing's time. */
  readonly now: () => number;
}

export function createOverlay({ now }: OverlayOptions): Overlay {
  const samples = new SampleBuffers();
  const budget = createDrawingBudget();
  const counts = { made: 0, kept: 0 };
  let drawings: readonly Drawing[] = [];

  const make = (group: HeadGroup, madeFor: DrawnFor, spare: Uint32Array | undefined): Drawing => {
    const { region, opacity } = group;
    const { widthPx, heightPx } = region;
    const { scale, heads, light, intrinsics } = madeFor;
    samples.open(Math.ceil(widthPx * scale), Math.ceil(heightPx * scale));
    drawHeads(heads, { view: { intrinsics, region, scale }, light, samples });
    const area = widthPx * heightPx;
    const pixels = spare && spare.length >= area ? spare : new Uint32Array(Math.ceil(ROOM * area));
    resolveSamples(samples, pixels, { widthPx, heightPx, scale, opacity });
    const rgba = new Uint8Array(pixels.buffer, 0, 4 * area);
    return { region, drawn: { rgba, strideRowPx: widthPx, columnPx: 0 }, madeFor, pixels };
  };

  return {
    counts,
    draw(heads, { samplesAPixel, light, widthPx, heightPx, focalPx }) {
      const intrinsics = { widthPx, heightPx, focalPx };
      const groups = groupHeads(heads, intrinsics);
      const areaPx = groups.reduce((sum, { region }) => sum + region.widthPx * region.heightPx, 0);
      const hasSolids = heads.some(({ model }) => model.hasSolids);
      const isFine = hasSolids && samplesAPixel !== 1 && areaPx <= FINE_AREA_PX;
      const scale: Scale = budget.choose(areaPx, isFine ? 2 : 1);
      const started = now();
      const wanted = groups.map((group) => {
        const madeFor = { heads: group.heads, intrinsics, light, opacity: group.opacity, scale };
        return { group, madeFor, kept: drawings.find((one) => isStillRight(one.madeFor, madeFor)) };
      });
      const spare = drawings.filter((one) => !wanted.some(({ kept }) => kept === one));
      let madePx = 0;
      drawings = wanted.map(({ group, madeFor, kept }) => {
        counts[kept ? 'kept' : 'made'] += 1;
        if (kept) return kept;
        madePx += group.region.widthPx * group.region.heightPx;
        return make(group, madeFor, spare.pop()?.pixels);
      });
      if (madePx > 0) budget.see({ areaPx: madePx, scale, ms: now() - started });
      return drawings;
    },
  };
}
