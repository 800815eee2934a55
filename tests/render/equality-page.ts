/** The page's half of tests/render-equality.e2e.ts: draws what is worn by our renderer and by three's, and compares. */
import { FILTERS, findFilter } from '../../src/filters/catalogue/index.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import type { WearingHead } from '../../src/render/paint/heads/wearing-heads.ts';
import { groupHeads } from '../../src/render/paint/raster/head-groups.ts';
import { createOverlay, type DrawnRegion, FINE_AREA_PX } from '../../src/render/paint/raster/overlay.ts';
import { createWornModel } from '../../src/render/prepare/worn-model.ts';
import type { Light, WornModel } from '../../src/render/prepared-parts.ts';
import { createWebglDrawing } from './webgl/drawing.ts';

export interface CompareOptions {
  /** By id; every head wears one. */
  readonly filters: readonly string[];
  readonly heads: readonly Omit<WearingHead, 'model'>[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly light: Light;
  readonly samplesASide: 1 | 2;
}

/** Of the differences of all channels of all pixels that either of the two has drawn, in 255ths. */
export interface Difference {
  readonly pixels: number;
  readonly mean: number;
  /** The 99.5th percentile. */
  readonly high: number;
}

const models = new Map<string, Promise<WornModel | null>>();
const webgl = createWebglDrawing();

function modelOf(id: string): Promise<WornModel | null> {
  const made = models.get(id) ?? createWornModel(findFilter(id)!);
  models.set(id, made);
  return made;
}

async function wearing({ filters, heads }: CompareOptions): Promise<WearingHead[]> {
  const worn = await Promise.all(heads.map((_, index) => modelOf(filters[index % filters.length]!)));
  return heads.flatMap((head, index) => {
    const model = worn[index];
    return model ? [{ ...head, model }] : [];
  });
}

async function drawBoth(options: CompareOptions): Promise<[DrawnRegion[], readonly DrawnRegion[]]> {
  const heads = await wearing(options);
  const { widthPx, heightPx, light } = options;
  const view = { ...assumeIntrinsics(widthPx, heightPx), light };
  const areaPx = groupHeads(heads, view).reduce(
    (sum, { region }) => sum + region.widthPx * region.heightPx,
    0,
  );
  // Pictures alone are soft already, and large drawings make do with one.
  const isFine = heads.some(({ model }) => model.hasSolids) && areaPx <= FINE_AREA_PX;
  const samplesASide = isFine ? options.samplesASide : 1;
  const samplesAPixel = samplesASide === 2 ? 4 : 1;
  return [
    webgl.draw(heads, { ...view, samplesASide }),
    createOverlay({ now: () => 0 }).draw(heads, { ...view, samplesAPixel }),
  ];
}

async function compare(options: CompareOptions): Promise<Difference> {
  const [theirs, ours] = await drawBoth(options);
  const counts = new Float64Array(256);
  let pixels = 0;
  theirs.forEach(({ region, drawn }, index) => {
    const own = ours[index]!.drawn.rgba;
    for (let at = 0; at < 4 * region.widthPx * region.heightPx; at += 4) {
      if (drawn.rgba[at + 3] === 0 && own[at + 3] === 0) continue;
      pixels += 1;
      for (let channel = at; channel < at + 4; channel += 1) {
        const off = Math.abs(drawn.rgba[channel]! - own[channel]!);
        counts[off] = counts[off]! + 1;
      }
    }
  });
  const all = Math.max(1, 4 * pixels);
  const mean = counts.reduce((sum, count, off) => sum + count * off, 0) / all;
  let seen = 0;
  const high = counts.findIndex((count) => {
    seen += count;
    return seen >= 0.995 * all;
  });
  return { pixels, mean, high: Math.max(0, high) };
}

/** Both drawings and their difference, ten times as strong, side by side: a picture as a data URL. */
async function picture(options: CompareOptions): Promise<string> {
  const [theirs, ours] = await drawBoth(options);
  const { region, drawn } = theirs[0]!;
  const canvas = document.createElement('canvas');
  canvas.width = 3 * region.widthPx;
  canvas.height = region.heightPx;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(canvas.width, canvas.height);
  image.data.fill(255);
  const [a, b] = [drawn.rgba, ours[0]!.drawn.rgba];
  for (let y = 0; y < region.heightPx; y += 1) {
    for (let x = 0; x < region.widthPx; x += 1) {
      const from = 4 * ((region.heightPx - 1 - y) * region.widthPx + x);
      for (let channel = 0; channel < 3; channel += 1) {
        const put = (column: number, value: number) => {
          image.data[4 * (y * canvas.width + column) + channel] = value;
        };
        put(x, a[from + channel]! + 128 - a[from + 3]! / 2);
        put(x + region.widthPx, b[from + channel]! + 128 - b[from + 3]! / 2);
        put(x + 2 * region.widthPx, 10 * Math.abs(a[from + channel]! - b[from + channel]!));
      }
    }
  }
  context.putImageData(image, 0, 0);
  const large = document.createElement('canvas');
  const zoom = canvas.width < 400 ? 6 : 1;
  large.width = zoom * canvas.width;
  large.height = zoom * canvas.height;
  const on = large.getContext('2d')!;
  on.imageSmoothingEnabled = false;
  on.drawImage(canvas, 0, 0, large.width, large.height);
  return large.toDataURL();
}

/** How much edges crawl: the mean of how far each channel turns back or jumps from one frame to the next but one. */
export interface Crawl {
  readonly ours: number;
  readonly theirs: number;
}

/** A tenth of a pixel a frame. */
const STEP_PX = 0.1;

/**
 * The head moves sideways by a tenth of a pixel a frame. What glides smoothly changes each pixel steadily; what crawls changes
 * by leaps: the second difference of a pixel over time tells them apart.
 */
async function crawl(options: CompareOptions, frames: number): Promise<Crawl> {
  const { widthPx, heightPx } = options;
  const { focalPx } = assumeIntrinsics(widthPx, heightPx);
  const sides = [0, 1].map(() => [] as Uint8Array[]);
  for (let frame = 0; frame < frames; frame += 1) {
    const heads = options.heads.map(({ pose, opacity }) => {
      const [x, y, z] = pose.translationCm;
      return {
        opacity,
        pose: { ...pose, translationCm: [x - (frame * STEP_PX * z) / focalPx, y, z] as const },
      };
    });
    (await drawBoth({ ...options, heads })).forEach((drawn, side) => {
      sides[side]?.push(onFrame(drawn, widthPx, heightPx));
    });
  }
  const [theirs = 0, ours = 0] = sides.map(leapsOf);
  return { ours, theirs };
}

/** Drawn regions laid on a clear frame. */
function onFrame(regions: readonly DrawnRegion[], widthPx: number, heightPx: number): Uint8Array {
  const whole = new Uint8Array(4 * widthPx * heightPx);
  for (const { region, drawn } of regions) {
    for (let row = 0; row < region.heightPx; row += 1) {
      const from = 4 * (region.heightPx - 1 - row) * region.widthPx;
      const to = 4 * ((region.yPx + row) * widthPx + region.xPx);
      whole.set(drawn.rgba.subarray(from, from + 4 * region.widthPx), to);
    }
  }
  return whole;
}

function leapsOf(frames: readonly Uint8Array[]): number {
  let sum = 0;
  for (let frame = 2; frame < frames.length; frame += 1) {
    const [a, b, c] = [frames[frame - 2]!, frames[frame - 1]!, frames[frame]!];
    for (let at = 0; at < a.length; at += 1) sum += Math.abs(a[at]! - 2 * b[at]! + c[at]!);
  }
  return sum / frames.length;
}

const wornIds = FILTERS.filter(({ parts, pictures }) => parts ?? pictures).map(({ id }) => id);
Object.assign(globalThis, { compare, crawl, picture, wornIds });
