/** The page's half of tests/render.e2e.ts: paints filters with the real painter and reports which bytes changed. */
import { FILTERS, findFilter } from '../../src/filters/catalogue/index.ts';
import type { Look } from '../../src/filters/schema/look.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { createLook } from '../../src/render/create-look.ts';
import type { Moment } from '../../src/render/paint/heads/moment.ts';
import { openLook } from '../../src/render/paint/open-look.ts';
import { createPainter } from '../../src/render/paint/painter.ts';
import { frameKindOf } from '../../src/render/paint/planes/grade.ts';
import type { FrameColor } from '../../src/render/paint/planes/yuv.ts';
import { prepareLook } from '../../src/render/prepare-look.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface PaintOptions {
  /** By id, or a declaration of the test's own. */
  readonly filter: string | Look;
  readonly heads: readonly HeadPose[];
  /** Heads of frames painted before, 33 ms apart; the result is the last frame's, of `heads`. */
  readonly headsBefore?: readonly (readonly HeadPose[])[];
  readonly widthPx: number;
  readonly heightPx: number;
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
  const { filter, heads, headsBefore = [] } = options;
  const painter = createPainter();
  const look = typeof filter === 'string' ? createLook([findFilter(filter)!]) : filter;
  let pixels = greyFrame(options);
  const prepared = openLook(await prepareLook(look, { madeFor: frameKindOf(pixels) }));
  for (const [index, poses] of [...headsBefore, heads].entries()) {
    pixels = greyFrame(options);
    const moment: Moment = { timestampUs: index * FRAME_US, heads: poses.map((pose, id) => ({ id, pose })) };
    painter.paint(pixels, moment, prepared);
  }
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

const filterIds = FILTERS.map(({ id }) => id);
Object.assign(globalThis, { paint, filterIds });
