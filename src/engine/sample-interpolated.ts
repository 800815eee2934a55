/**
 * Taps between pixels, each the mean of the four about it: for output pixels that are hardly larger than the plane's.
 */
import { INPUT_SIDE } from './anchors.ts';
import type { PlaneView } from './pixel-formats.ts';
import type { TapGrid } from './sample-plane.ts';

export function fillInterpolated(plane: PlaneView, grid: TapGrid, means: Float32Array): void {
  const { taps, stepX, stepY } = grid;
  const { bytes, offset, stride, step, width, height } = plane;
  const share = 1 / (taps * taps);
  means.fill(0);
  for (let down = 0; down < INPUT_SIDE * taps; down++) {
    // Pixel centres lie at halves.
    const lineX = grid.startX - down * stepY - 0.5;
    const lineY = grid.startY + down * stepX - 0.5;
    const firstMean = Math.floor(down / taps) * INPUT_SIDE;
    for (let column = 0, across = 0; column < INPUT_SIDE; column++) {
      let sum = 0;
      for (let tap = 0; tap < taps; tap++, across++) {
        const x = lineX + across * stepX;
        const y = lineY + across * stepY;
        if (x >= 0 && x < width - 1 && y >= 0 && y < height - 1) {
          const left = x | 0;
          const top = y | 0;
          const upper = (offset + Math.imul(top, stride) + Math.imul(left, step)) | 0;
          const lower = (upper + stride) | 0;
          const above = bytes[upper]! + (x - left) * (bytes[(upper + step) | 0]! - bytes[upper]!);
          const below = bytes[lower]! + (x - left) * (bytes[(lower + step) | 0]! - bytes[lower]!);
          sum += above + (y - top) * (below - above);
        } else {
          sum += interpolateAtBorder(plane, x, y);
        }
      }
      means[firstMean + column]! += sum * share;
    }
  }
}

/** A tap at the border, whose half pixels repeat the border, or outside. */
function interpolateAtBorder(plane: PlaneView, x: number, y: number): number {
  const { bytes, offset, stride, step, width, height, black } = plane;
  if (!(x >= -0.5 && x < width - 0.5 && y >= -0.5 && y < height - 0.5)) return black;
  const insideX = Math.min(width - 1, Math.max(0, x));
  const insideY = Math.min(height - 1, Math.max(0, y));
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const aside = left < width - 1 ? step : 0;
  const upper = offset + top * stride + left * step;
  const lower = upper + (top < height - 1 ? stride : 0);
  const above = bytes[upper]! + (insideX - left) * (bytes[upper + aside]! - bytes[upper]!);
  const below = bytes[lower]! + (insideX - left) * (bytes[lower + aside]! - bytes[lower]!);
  return above + (insideY - top) * (below - above);
}
