/**
 * Hides faces, or all of a frame when it is not known where they are. Owns which part is hidden and how large
 * its squares are; the arithmetic is hide-pixels.ts. Errs on the side of hiding.
 */
import type { Hide } from '../../../filters/schema/hide-schema.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { type Ellipse, outlineOf } from '../heads/head-outline.ts';
import type { ChannelValues } from './channels.ts';
import { blur, cover, pixelate } from './hide-pixels.ts';
import { parseColor } from './parse-color.ts';
import { yuvMatrix } from './yuv.ts';

/** Hair, and poses that are a little off. */
const USUAL_MARGIN_CM = 2.5;
/** Squares and blur of a whole frame, as shares of its height: nothing in it is known by them. */
const FRAME_CELL = 1 / 10;
const FRAME_BLUR = 1 / 6;

/** Hides every head. With none, or one too near to be outlined, the whole frame. */
export function hideFaces(pixels: FramePixels, poses: readonly HeadPose[], hide: Hide): void {
  const { widthPx, heightPx } = pixels;
  const intrinsics = assumeIntrinsics(widthPx, heightPx);
  const margin = hide.marginCm ?? USUAL_MARGIN_CM;
  const outlines = poses.map((pose) => outlineOf(pose, intrinsics, margin));
  if (outlines.length === 0 || outlines.includes(null)) {
    hideFrame(pixels, hide);
    return;
  }
  for (const outline of outlines) {
    if (outline) hideEllipse(pixels, outline, hide, outline.pxPerCm);
  }
}

/** Hides all of a frame: nobody and nothing in it can be recognised. */
export function hideFrame(pixels: FramePixels, hide: Hide): void {
  const { widthPx, heightPx } = pixels;
  const all: Ellipse = {
    xPx: widthPx / 2,
    yPx: heightPx / 2,
    radiusXPx: 2 * widthPx,
    radiusYPx: 2 * heightPx,
  };
  switch (hide.how) {
    case 'pixelate':
      pixelate(pixels, all, FRAME_CELL * heightPx);
      return;
    case 'blur':
      blur(pixels, all, FRAME_BLUR * heightPx);
      return;
    case 'cover':
      cover(pixels, all, valuesOf(pixels, hide.color));
  }
}

function hideEllipse(pixels: FramePixels, ellipse: Ellipse, hide: Hide, pxPerCm: number): void {
  switch (hide.how) {
    case 'pixelate':
      pixelate(pixels, ellipse, hide.cellCm * pxPerCm);
      return;
    case 'blur':
      blur(pixels, ellipse, hide.radiusCm * pxPerCm);
      return;
    case 'cover':
      cover(pixels, ellipse, valuesOf(pixels, hide.color));
  }
}

/** A colour as the frame's channels have it. */
function valuesOf(pixels: FramePixels, color: string): ChannelValues {
  const [red, green, blue] = parseColor(color).map((value) => 255 * value) as [number, number, number];
  switch (pixels.format) {
    case 'I420':
    case 'NV12': {
      const { y, u, v, yOffset } = yuvMatrix(pixels);
      const weigh = (weights: readonly [number, number, number]) =>
        weights[0] * red + weights[1] * green + weights[2] * blue;
      return [
        Math.round(weigh(y) + yOffset),
        Math.min(255, Math.round(weigh(u) + 128)),
        Math.min(255, Math.round(weigh(v) + 128)),
      ];
    }
    case 'BGRA':
    case 'BGRX':
      return [blue, green, red];
    default:
      return [red, green, blue];
  }
}
