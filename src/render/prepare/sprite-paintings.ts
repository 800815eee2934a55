/** Paints the sprites of particles. Owns their sizes; sampling them is paint/layers/sprite.ts. */
import type { Sprite } from '../../filters/schema/particles-schema.ts';
import type { PaintedWords } from '../prepared-parts.ts';
import { context2d, paintShapes } from './paint-shapes.ts';
import { wordsOf } from './painted-words.ts';

/** Widths of the paintings: from larger than a particle ever is to a few pixels. */
const LEVELS_PX = [128, 64, 32, 16, 8] as const;

/** All sizes of one sprite, each with a clear rim of a pixel so that its edges are soft. */
export function paintSprite(sprite: Sprite): PaintedWords[] {
  const [x, y, width, height] = sprite.viewBox;
  return LEVELS_PX.map((widthPx) => {
    const heightPx = Math.max(3, Math.round((widthPx * height) / width));
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = context2d(canvas);
    context.translate(1, 1);
    context.scale((widthPx - 2) / width, (heightPx - 2) / height);
    context.translate(-x, -y);
    paintShapes(context, sprite);
    return wordsOf(canvas, context);
  });
}
