/** The page's half of bench/render.ts: paints every filter many times, interleaved, and times the stages of painting. */
import { FILTERS } from '../../src/filters/index.ts';
import { readLut } from '../../src/filters/luts.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import { blendPlanes } from '../../src/render/blend-planes.ts';
import { lutOfBytes } from '../../src/render/cube-lut.ts';
import { gradePlanes } from '../../src/render/grade.ts';
import { createOverlay } from '../../src/render/overlay.ts';
import { createOverlayModel, type OverlayModel } from '../../src/render/overlay-model.ts';
import { createPreparedGrade, type PreparedGrade } from '../../src/render/prepared-grade.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface RenderBenchOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frames: number;
  readonly warmUpFrames: number;
}

/** Milliseconds a frame, one entry a frame. */
export interface RenderSamples {
  readonly begin: number[];
  readonly grade: number[];
  readonly readAtOnce: number[];
  /** Some milliseconds after begin, as the line does: it copies the frame in between. */
  readonly readLater: number[];
  readonly blend: number[];
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
  readonly model: OverlayModel | null;
  readonly grade: PreparedGrade | null;
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

async function benchRender(options: RenderBenchOptions): Promise<RenderBenchResult> {
  const { widthPx, heightPx, frames, warmUpFrames } = options;
  const overlay = createOverlay();
  const pixels = greyFrame(widthPx, heightPx);
  const intrinsics = assumeIntrinsics(widthPx, heightPx);
  const cases: Case[] = [];
  for (const filter of FILTERS) {
    for (const faces of [1, 2]) {
      const start = performance.now();
      const model = await createOverlayModel(filter);
      if (model) await overlay.warm(model);
      const grade = filter.grade
        ? await createPreparedGrade(lutOfBytes(await readLut(filter.grade.lut)), filter.grade.strength, COLOR)
        : null;
      const prepareMs = performance.now() - start;
      const samples = {
        begin: [],
        grade: [],
        readAtOnce: [],
        readLater: [],
        blend: [],
        totalAtOnce: [],
        heldLater: [],
      };
      cases.push({ filter: filter.id, faces, prepareMs, model, grade, samples, regionPx: 0 });
    }
  }

  for (let frame = 0; frame < frames + warmUpFrames; frame += 1) {
    for (const entry of cases) {
      const { model, grade, faces, samples } = entry;
      const heads = headsAt(frame, faces);
      const later = frame % 2 === 1;
      const started = performance.now();
      if (model)
        overlay.begin(
          heads.map((pose) => ({ model, pose, opacity: 1 })),
          intrinsics,
        );
      const begun = performance.now();
      if (later) await new Promise((resolve) => setTimeout(resolve, GAP_MS));
      const resumed = performance.now();
      if (grade) gradePlanes(pixels, grade.tableFor(COLOR));
      const graded = performance.now();
      const regions = model ? overlay.finish() : [];
      const read = performance.now();
      for (const { region, drawn } of regions) blendPlanes(pixels, region, drawn);
      const blended = performance.now();
      if (frame < warmUpFrames) continue;
      samples.begin.push(begun - started);
      samples.grade.push(graded - resumed);
      samples[later ? 'readLater' : 'readAtOnce'].push(read - graded);
      samples.blend.push(blended - read);
      samples[later ? 'heldLater' : 'totalAtOnce'].push(begun - started + blended - resumed);
      entry.regionPx = Math.max(
        entry.regionPx,
        regions.reduce((sum, { region }) => sum + region.widthPx * region.heightPx, 0),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  return {
    renderer: overlay.rendererName,
    rows: cases.map(({ filter, faces, prepareMs, model, regionPx, samples }) => ({
      filter,
      faces,
      prepareMs,
      triangles: model?.triangles ?? 0,
      regionPx,
      samples,
    })),
  };
}

Object.assign(globalThis, { benchRender });
