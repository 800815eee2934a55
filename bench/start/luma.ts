/**
 * The first frame that wears something: frames are noted small, in luma, and compared with what the camera showed.
 * Pure; how frames are noted is looker.ts.
 */
import type { Picture } from '../../harness/clip/frame-number.ts';

/** One sample of so many pixels each way. */
export const STEP_PX = 8;
/** No camera's compression changes a pixel by this much. */
const CHANGED_BY = 24;
/** Glasses change a tenth and more of what is around the eyes. */
const WORN_SHARE = 0.05;

/** What looker.ts would note of this picture: BT.601, 16-235, as the clip's encoder makes it. */
export function lumaOf({ widthPx, heightPx, rgba }: Picture): Uint8Array {
  const [width, height] = [Math.floor(widthPx / STEP_PX), Math.floor(heightPx / STEP_PX)];
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = ((y * STEP_PX + 1) * widthPx + x * STEP_PX + 1) * 4;
      const [r = 0, g = 0, b = 0] = rgba.subarray(at, at + 3);
      luma[y * width + x] = Math.round(16 + (65.481 * r + 128.553 * g + 24.966 * b) / 255);
    }
  }
  return luma;
}

/** Whether the head whose keypoints (x, y each; eyes first) are given wears something around its eyes. */
export function isWorn(
  seen: Uint8Array,
  truth: Uint8Array,
  { widthPx, keypointsPx }: { readonly widthPx: number; readonly keypointsPx: readonly number[] },
): boolean {
  const width = Math.floor(widthPx / STEP_PX);
  const [rx = 0, ry = 0, lx = 0, ly = 0] = keypointsPx.map((value) => value / STEP_PX);
  const reach = Math.hypot(lx - rx, ly - ry);
  const [middleX, middleY] = [(rx + lx) / 2, (ry + ly) / 2];
  let [changed, all] = [0, 0];
  for (let y = Math.round(middleY - reach / 2); y < middleY + reach / 2; y++) {
    for (let x = Math.round(middleX - reach); x < middleX + reach; x++) {
      const at = y * width + x;
      all += 1;
      if (Math.abs((seen[at] ?? 0) - (truth[at] ?? 0)) > CHANGED_BY) changed += 1;
    }
  }
  return changed / all > WORN_SHARE;
}
