/** The page's half of bench/render.ts: paints every filter many times, interleaved, and times the stages of painting. */

import { FILTERS } from '../../src/filters/catalogue/index.ts';
import { FILTER_GROUPS } from '../../src/filters/schema/groups.ts';
import type { Look } from '../../src/filters/schema/look.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import { createLook } from '../../src/render/create-look.ts';
import { openLook } from '../../src/render/paint/open-look.ts';
import { createOverlay } from '../../src/render/paint/raster/overlay.ts';
import { prepareLook } from '../../src/render/prepare-look.ts';
import type { PaintMoment, PreparedLook } from '../../src/render/prepared-look.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface RenderBenchOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frames: number;
  readonly warmUpFrames: number;
  /** One filter alone, or "everything"; null: all. */
  readonly filter: string | null;
}

/** Milliseconds a frame, one entry a frame. */
export interface RenderSamples {
  readonly grade: number[];
  readonly draw: number[];
  readonly blend: number[];
  readonly hide: number[];
  readonly particles: number[];
  readonly framing: number[];
  readonly screen: number[];
  readonly total: number[];
}

export interface RenderBenchResult {
  readonly rows: readonly {
    readonly filter: string;
    readonly faces: number;
    readonly prepareMs: number;
    readonly triangles: number;
    readonly regionPx: number;
    readonly samples: RenderSamples;
  }[];
}

interface Case {
  readonly filter: string;
  readonly faces: number;
  readonly prepareMs: number;
  readonly prepared: PreparedLook;
  readonly samples: RenderSamples;
  triangles: number;
  regionPx: number;
}

const COLOR = { matrix: 'bt709', fullRange: false } as const;

/** Heads at the distance of a laptop's user, moving as in talk; deterministic in the frame's number. */
function headsAt(frame: number, faces: number): HeadPose[] {
  return Array.from({ length: faces }, (_, face) => {
    const phase = frame / 14 + 2 * face;
    const side = faces === 1 ? 0 : face === 0 ? -19 : 19;
    return {
      rotation: fromRotationVector([
        0.12 * Math.sin(1.3 * phase),
        0.5 * Math.sin(phase),
        0.08 * Math.cos(phase),
      ]),
      translationCm: [side + 2 * Math.sin(0.7 * phase), Math.cos(0.9 * phase), faces === 1 ? -55 : -75],
    };
  });
}

function greyFrame(widthPx: number, heightPx: number): FramePixels {
  const luma = widthPx * heightPx;
  const data = new ArrayBuffer((luma * 3) / 2);
  const bytes = new Uint8Array(data);
  // Not flat: a grade's look-ups shall miss the cache as often as with a camera.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = 90 + ((at * 2654435761) >>> 26);
  return {
    format: 'I420',
    widthPx,
    heightPx,
    planes: [
      { offset: 0, stride: widthPx },
      { offset: luma, stride: widthPx / 2 },
      { offset: (luma * 5) / 4, stride: widthPx / 2 },
    ],
    ...COLOR,
    data,
  };
}

/** Wearing is drawn and blended: what is left of its step after drawing is blending. */
function stageOf(effect: string): keyof RenderSamples {
  return effect === 'wear' ? 'blend' : (effect as keyof RenderSamples);
}

/** The first filter of each group: all of them on at once. */
function oneOfEachGroup() {
  return FILTER_GROUPS.flatMap((group) => FILTERS.find((filter) => filter.group === group) ?? []);
}

async function benchRender(options: RenderBenchOptions): Promise<RenderBenchResult> {
  const { widthPx, heightPx, frames, warmUpFrames } = options;
  const overlay = createOverlay({ now: () => performance.now() });
  const pixels = greyFrame(widthPx, heightPx);
  const cases: Case[] = [];
  const looks = new Map<string, Look>(FILTERS.map((filter) => [filter.id, createLook([filter])]));
  looks.set('everything', createLook(oneOfEachGroup()));
  for (const [filter, look] of looks) {
    if (options.filter !== null && options.filter !== filter) continue;
    for (const faces of [1, 2]) {
      const start = performance.now();
      const prepared = openLook(await prepareLook(look, { madeFor: { widthPx, heightPx, ...COLOR } }));
      const prepareMs = performance.now() - start;
      const samples = {
        grade: [],
        draw: [],
        blend: [],
        hide: [],
        particles: [],
        framing: [],
        screen: [],
        total: [],
      };
      cases.push({ filter, faces, prepareMs, prepared, samples, triangles: 0, regionPx: 0 });
    }
  }

  for (let frame = 0; frame < frames + warmUpFrames; frame += 1) {
    for (const entry of cases) {
      const { faces, prepared, samples } = entry;
      const heads = headsAt(frame, faces).map((pose, id) => ({ id, pose }));
      const spentMs = new Map<keyof RenderSamples, number>();
      let lapped = 0;
      const lap = (stage: keyof RenderSamples) => {
        const now = performance.now();
        // Particles are painted twice a frame.
        spentMs.set(stage, (spentMs.get(stage) ?? 0) + now - lapped);
        lapped = now;
      };
      const moment: PaintMoment = {
        timestampUs: (frame * 1e6) / 30,
        heads,
        fadingHeads: heads.map((head) => ({ ...head, opacity: 1 })),
        room: { light: [1, 1, 1] },
        overlay: {
          draw(wearing, view) {
            const regions = overlay.draw(wearing, view);
            lap('draw');
            const area = regions.reduce((sum, { region }) => sum + region.widthPx * region.heightPx, 0);
            entry.regionPx = Math.max(entry.regionPx, area);
            const surfaces = wearing[0]?.model.surfaces ?? [];
            entry.triangles = surfaces.reduce((sum, { corners }) => sum + corners.length / 3, 0);
            return regions;
          },
        },
      };
      const started = performance.now();
      lapped = started;
      for (const { effect, paint } of prepared.steps) {
        paint(pixels, moment);
        lap(stageOf(effect));
      }
      if (frame < warmUpFrames) continue;
      for (const [stage, ms] of spentMs) samples[stage].push(ms);
      samples.total.push(lapped - started);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  return {
    rows: cases.map(({ prepared: _, ...row }) => row),
  };
}

Object.assign(globalThis, { benchRender });
