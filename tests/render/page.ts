/** The page's half of tests/render.e2e.ts: paints filters with the real renderer and reports which bytes changed. */
import { FILTERS, findFilter } from '../../src/filters/index.ts';
import { createLook, type Look } from '../../src/filters/look.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { createGpuCompositor, isForGpu } from '../../src/render/gpu-compositor.ts';
import { createRenderer, type Moment } from '../../src/render/renderer.ts';
import type { FrameColor } from '../../src/render/yuv.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import { problemOf } from '../../src/shared/problem.ts';

export interface PaintOptions {
  /** By id, or a declaration of the test's own. */
  readonly filter: string | Look;
  readonly heads: readonly HeadPose[];
  /** Heads of frames painted before, 33 ms apart; the result is the last frame's, of `heads`. */
  readonly headsBefore?: readonly (readonly HeadPose[])[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Makes another filter ready between queueing the drawing and collecting it. */
  readonly prepareMeanwhile?: string;
  /** Luma of the frame; omitted: a light grey. */
  readonly grey?: number;
  /** A fine pattern instead of one grey, which hiding or cropping would not change. */
  readonly patterned?: boolean;
  /** How the frame's bytes are to be read; omitted: as most cameras' are. */
  readonly color?: FrameColor;
}

export interface PaintResult {
  /** Pixels whose luma changed, and the rectangle around them; null when none did. */
  readonly changed: number;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  } | null;
  /** Y, U, V in the middle of that rectangle. */
  readonly middle: readonly [number, number, number];
  /** A number that differs when any byte differs. */
  readonly checksum: number;
}

/** A light grey: every grade changes its luma, which darker ones cross somewhere. */
const GREY = 200;
const FRAME_US = 33_333;

function greyFrame({ widthPx, heightPx, grey = GREY, patterned = false, color }: PaintOptions): FramePixels {
  const chroma = [Math.ceil(widthPx / 2), Math.ceil(heightPx / 2)] as const;
  const luma = widthPx * heightPx;
  const data = new ArrayBuffer(luma + 2 * chroma[0] * chroma[1]);
  const bytes = new Uint8Array(data).fill(128).fill(grey, 0, luma);
  if (patterned) for (let at = 0; at < luma; at += 1) bytes[at] = grey + ((at * 2654435761) >>> 28) - 8;
  return {
    format: 'I420',
    widthPx,
    heightPx,
    planes: [
      { offset: 0, stride: widthPx },
      { offset: luma, stride: chroma[0] },
      { offset: luma + chroma[0] * chroma[1], stride: chroma[0] },
    ],
    ...(color ?? { matrix: 'bt709', fullRange: false }),
    data,
  };
}

async function paint(options: PaintOptions): Promise<PaintResult> {
  const { filter, heads, headsBefore = [], prepareMeanwhile } = options;
  const renderer = createRenderer();
  const look = typeof filter === 'string' ? createLook([findFilter(filter)!]) : filter;
  const prepared = await renderer.prepare(look);
  let pixels = greyFrame(options);
  for (const [index, poses] of [...headsBefore, heads].entries()) {
    pixels = greyFrame(options);
    const moment: Moment = { timestampUs: index * FRAME_US, heads: poses.map((pose, id) => ({ id, pose })) };
    if (prepareMeanwhile !== undefined) {
      renderer.begin(pixels, moment, prepared);
      await renderer.prepare(createLook([findFilter(prepareMeanwhile)!]));
    }
    renderer.paint(pixels, moment, prepared);
  }
  renderer.dispose();
  return describe(pixels, new Uint8Array(greyFrame(options).data));
}

function describe({ data, widthPx, heightPx, planes }: FramePixels, before: Uint8Array): PaintResult {
  const bytes = new Uint8Array(data);
  let changed = 0;
  let [left, top, right, bottom] = [widthPx, heightPx, -1, -1];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (bytes[y * widthPx + x] === before[y * widthPx + x]) continue;
      changed += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const [x, y] = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
  const at = (plane: number, column: number, row: number) =>
    bytes[planes[plane]!.offset + row * planes[plane]!.stride + column]!;
  let checksum = 0;
  for (const byte of bytes) checksum = (Math.imul(checksum, 31) + byte) | 0;
  return {
    changed,
    box: changed === 0 ? null : { left, top, right, bottom },
    middle: [at(0, x, y), at(1, x >> 1, y >> 1), at(2, x >> 1, y >> 1)],
    checksum,
  };
}

/** The code of the problem that preparing a filter meets where the browser has no WebGL2; null when it meets none. */
async function problemWithoutWebGl(filterId: string): Promise<string | null> {
  const original = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
    return args[0] === 'webgl2' ? null : Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await createRenderer().prepare(createLook([findFilter(filterId)!]));
    return null;
  } catch (error) {
    return problemOf(error) ?? String(error);
  } finally {
    OffscreenCanvas.prototype.getContext = original;
  }
}

export interface ComparedCompositors {
  /** Mean and 99.5th percentile of |planes - gpu| over all channels of the whole frame, in RGB of 0..255. */
  readonly mean: number;
  readonly most: number;
  /** Mean over the pixels alone that planes have changed by more than a shade, and their share of the frame. */
  readonly meanChanged: number;
  readonly changed: number;
  readonly timestamps: readonly [number, number];
}

/** The last of some frames in both compositors, read back as RGBA. Null for looks that only planes can carry. */
async function compareCompositors(options: PaintOptions): Promise<ComparedCompositors | null> {
  const { filter, heads, headsBefore = [], color } = options;
  const renderer = createRenderer();
  const look = typeof filter === 'string' ? createLook([findFilter(filter)!]) : filter;
  const prepared = await renderer.prepare(look, color);
  if (!isForGpu(prepared)) return null;
  const gpu = createGpuCompositor();
  await gpu.warm(prepared);
  let frames: VideoFrame[] = [];
  for (const [index, poses] of [...headsBefore, heads].entries()) {
    for (const frame of frames) frame.close();
    const timestampUs = (index + 1) * FRAME_US;
    const moment: Moment = { timestampUs, heads: poses.map((pose, id) => ({ id, pose })) };
    const pixels = colouredFrame(options);
    const plain = toFrame(pixels, timestampUs);
    gpu.seeRoom(pixels, moment, prepared);
    const onGpu = gpu.compose(plain, moment, prepared);
    renderer.paint(pixels, moment, prepared);
    frames = [plain, toFrame(pixels, timestampUs), onGpu];
  }
  const [before, planes, onGpu] = (await Promise.all(frames.map(toRgba))) as Rgba[] as [Rgba, Rgba, Rgba];
  const timestamps = [frames[1]!.timestamp, frames[2]!.timestamp] as const;
  for (const frame of frames) frame.close();
  gpu.dispose();
  renderer.dispose();
  return { ...compareRgba(before, planes, onGpu), timestamps };
}

type Rgba = Uint8ClampedArray;

function compareRgba(before: Rgba, planes: Rgba, onGpu: Rgba): Omit<ComparedCompositors, 'timestamps'> {
  const [all, changed]: [number[], number[]] = [[], []];
  for (let at = 0; at < planes.length; at += 4) {
    const isChanged = [0, 1, 2].some(
      (channel) => Math.abs(planes[at + channel]! - before[at + channel]!) > 3,
    );
    for (let channel = at; channel < at + 3; channel += 1) {
      const difference = Math.abs(planes[channel]! - onGpu[channel]!);
      all.push(difference);
      if (isChanged) changed.push(difference);
    }
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean: mean(all),
    most: all.toSorted((a, b) => a - b)[Math.floor(0.995 * all.length)] ?? 0,
    meanChanged: mean(changed),
    changed: changed.length / all.length,
  };
}

/** Brighter to the right, and of other colours everywhere: a grade shows all that it does. */
function colouredFrame(options: PaintOptions): FramePixels {
  const pixels = greyFrame(options);
  const { data, widthPx, heightPx, planes } = pixels;
  const bytes = new Uint8Array(data);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      bytes[y * widthPx + x]! += Math.round((60 * x) / widthPx);
      const chroma = (y >> 1) * planes[1]!.stride + (x >> 1);
      bytes[planes[1]!.offset + chroma] = 108 + (40 * x) / widthPx;
      bytes[planes[2]!.offset + chroma] = 108 + (40 * y) / heightPx;
    }
  }
  return pixels;
}

function toFrame(pixels: FramePixels, timestamp: number): VideoFrame {
  const { data, widthPx, heightPx, planes, fullRange } = pixels;
  const matrix = pixels.matrix === 'bt709' ? 'bt709' : 'smpte170m';
  return new VideoFrame(data, {
    ...{ format: 'I420', codedWidth: widthPx, codedHeight: heightPx, layout: [...planes], timestamp },
    colorSpace: { matrix, primaries: 'bt709', transfer: 'bt709', fullRange },
  });
}

async function toRgba(frame: VideoFrame): Promise<Rgba> {
  const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
  const context = canvas.getContext('2d')!;
  context.drawImage(frame, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

const filterIds = FILTERS.map(({ id }) => id);
Object.assign(globalThis, { paint, compareCompositors, problemWithoutWebGl, filterIds });
