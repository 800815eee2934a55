/**
 * A large painting cut into the rectangles where something is painted, so that only those are blended each frame.
 * Pure; blending is blend-planes.ts.
 */
import type { PaintedWords, Patch } from '../prepared-parts.ts';

/** Even, so that patches begin on even pixels when the painting does. */
const TILE_PX = 32;

/** @param corner of the painting in the frame, even */
export function cutPatches(painted: PaintedWords, cornerXPx: number, cornerYPx: number): Patch[] {
  const { widthPx, heightPx, words } = painted;
  const rgba = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  const patches: Patch[] = [];
  for (let top = 0; top < heightPx; top += TILE_PX) {
    const height = Math.min(TILE_PX, heightPx - top);
    for (let left = 0; left < widthPx; ) {
      let right = left;
      while (right < widthPx && isPainted(painted, right, top, height)) right += TILE_PX;
      if (right === left) {
        left += TILE_PX;
        continue;
      }
      const width = Math.min(right, widthPx) - left;
      // Rows are stored from the bottom: the patch's bottom row must be row 0.
      const bottomRow = heightPx - top - height;
      patches.push({
        region: { xPx: cornerXPx + left, yPx: cornerYPx + top, widthPx: width, heightPx: height },
        drawn: { rgba: rgba.subarray(4 * bottomRow * widthPx), strideRowPx: widthPx, columnPx: left },
      });
      left = right;
    }
  }
  return patches;
}

function isPainted(
  { widthPx, heightPx, words }: PaintedWords,
  left: number,
  top: number,
  height: number,
): boolean {
  const right = Math.min(widthPx, left + TILE_PX);
  for (let row = heightPx - top - height; row < heightPx - top; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (words[row * widthPx + column] !== 0) return true;
    }
  }
  return false;
}
