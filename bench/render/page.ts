/** The page's half of bench/render.ts: paints every filter many times, interleaved, and times the stages of painting. */

import { FILTERS } from '../../src/filters/catalogue/index.ts';
import { FILTER_GROUPS } from '../../src/filters/schema/filter.ts';
import { createLook, type Look } from '../../src/filters/schema/look.ts';
import { readLut } from '../../src/filters/schema/luts.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import { blendPlanes } from '../../src/render/paint/planes/blend-planes.ts';
import { gradePlanes } from '../../src/render/paint/planes/grade.ts';
import { hideFaces } from '../../src/render/paint/planes/hide-faces.ts';
import { createOverlay } from '../../src/render/paint/scene/overlay.ts';
import { lutOfBytes } from '../../src/render/prepare/cube-lut.ts';
import { type PreparedLook, prepareLook } from '../../src/render/prepared-look.ts';
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
  readonly begin: number[];
  readonly grade: number[];
  readonly readAtOnce: number[];
  /** Some milliseconds after begin, as the pipeline does: it copies the frame in between. */
  readonly readLater: number[];
  readonly blend: number[];
  readonly hide: number[];
  readonly particles: number[];
  readonly framing: number[];
  readonly screen: number[];
  /** All of it, the drawing collected at once; and how long the thread was held when it is collected later. */
  readonly totalAtOnce: number[];
  readonly heldLater: number[];
}

export interface RenderBenchResult {
  readonly renderer: string;
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
  regionPx: number;
}

/** Copying 1280x720 out of a VideoFrame takes about this long. */
const GAP_MS = 3;
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

/** The first filter of each group: all of them on at once. */
function oneOfEachGroup() {
  return FILTER_GROUPS.flatMap((group) => FILTERS.find((filter) => filter.group === group) ?? []);
}

async function benchRender(options: RenderBenchOptions): Promise<RenderBenchResult> {
  const { widthPx, heightPx, frames, warmUpFrames } = options;
  const overlay = createOverlay();
  const pixels = greyFrame(widthPx, heightPx);
  const intrinsics = assumeIntrinsics(widthPx, heightPx);
  const cases: Case[] = [];
  const looks = new Map<string, Look>(FILTERS.map((filter) => [filter.id, createLook([filter])]));
  looks.set('everything', createLook(oneOfEachGroup()));
  for (const [filter, look] of looks) {
    if (options.filter !== null && options.filter !== filter) continue;
    for (const faces of [1, 2]) {
      const start = performance.now();
      const prepared = await prepareLook(look, {
        color: COLOR,
        loadLut: async (name) => lutOfBytes(await readLut(name)),
        warm: (model) => overlay.warm(model),
      });
      const prepareMs = performance.now() - start;
      const samples = {
        begin: [],
        grade: [],
        readAtOnce: [],
        readLater: [],
        blend: [],
        hide: [],
        particles: [],
        framing: [],
        screen: [],
        totalAtOnce: [],
        heldLater: [],
      };
      cases.push({ filter, faces, prepareMs, prepared, samples, regionPx: 0 });
    }
  }

  for (let frame = 0; frame < frames + warmUpFrames; frame += 1) {
    for (const entry of cases) {
      const { faces, samples } = entry;
      const { model, grade, hide, particles, framing, screen } = entry.prepared;
      const poses = headsAt(frame, faces);
      const timestampUs = (frame * 1e6) / 30;
      const shown = { timestampUs, heads: poses.map((pose) => ({ pose, opacity: 1 })) };
      const later = frame % 2 === 1;
      const started = performance.now();
      if (model)
        overlay.begin(
          poses.map((pose) => ({ model, pose, opacity: 1 })),
          intrinsics,
        );
      const begun = performance.now();
      if (later) await new Promise((resolve) => setTimeout(resolve, GAP_MS));
      const resumed = performance.now();
      let lapped = resumed;
      const lap = (stage: keyof RenderSamples) => {
        const now = performance.now();
        if (frame >= warmUpFrames) samples[stage].push(now - lapped);
        lapped = now;
      };
      if (grade) gradePlanes(pixels, grade.tableFor(COLOR));
      lap('grade');
      if (hide) hideFaces(pixels, poses, hide.how);
      lap('hide');
      const regions = model ? overlay.finish() : [];
      lap(later ? 'readLater' : 'readAtOnce');
      for (const { region, drawn } of regions) blendPlanes(pixels, region, drawn);
      lap('blend');
      particles?.draw(pixels, shown, 'behind');
      particles?.draw(pixels, shown, 'before');
      lap('particles');
      framing?.crop(pixels, timestampUs, poses);
      lap('framing');
      screen?.blend(pixels);
      lap('screen');
      if (frame < warmUpFrames) continue;
      samples.begin.push(begun - started);
      samples[later ? 'heldLater' : 'totalAtOnce'].push(begun - started + lapped - resumed);
      entry.regionPx = Math.max(
        entry.regionPx,
        regions.reduce((sum, { region }) => sum + region.widthPx * region.heightPx, 0),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  return {
    renderer: overlay.rendererName,
    rows: cases.map(({ filter, faces, prepareMs, prepared, regionPx, samples }) => ({
      filter,
      faces,
      prepareMs,
      triangles: prepared.model?.triangles ?? 0,
      regionPx,
      samples,
    })),
  };
}

Object.assign(globalThis, { benchRender });
