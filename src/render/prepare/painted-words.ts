/**
 * What was painted on a 2D canvas as words to blend: RGBA premultiplied, the bottom row first, as blend-planes.ts
 * takes them. Owns this conversion; done once a drawing, never a frame.
 */
import type { PaintedWords } from '../prepared-parts.ts';

export function wordsOf(canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D): PaintedWords {
  const { width: widthPx, height: heightPx } = canvas;
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  return { widthPx, heightPx, words: premultiplied(data, widthPx, heightPx) };
}

/** From RGBA as ImageData has it: not premultiplied, the top row first. */
export function premultiplied(data: Uint8ClampedArray, widthPx: number, heightPx: number): Uint32Array {
  const words = new Uint32Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const to = (heightPx - 1 - row) * widthPx;
    for (let column = 0; column < widthPx; column += 1) {
      const at = 4 * (row * widthPx + column);
      const alpha = data[at + 3]!;
      const times = (value: number) => Math.round((value * alpha) / 255);
      words[to + column] =
        (times(data[at]!) | (times(data[at + 1]!) << 8) | (times(data[at + 2]!) << 16) | (alpha << 24)) >>> 0;
    }
  }
  return words;
}
