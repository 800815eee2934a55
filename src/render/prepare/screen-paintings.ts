/**
 * Paints what is fixed to the screen for one size of frame. Owns the painting;
 * where a layer lies is layer-place.ts, blending is paint/layers/screen-layers.ts.
 */
import type { Screen, ScreenLayer } from '../../filters/schema/screen-schema.ts';
import type { Patch } from '../prepared-parts.ts';
import { placeOf } from './layer-place.ts';
import { context2d, paintShapes } from './paint-shapes.ts';
import { wordsOf } from './painted-words.ts';
import { cutPatches } from './patches.ts';

/** Only what is not clear, the first layer lowest. */
export function paintScreen({ layers }: Screen, frameWidthPx: number, frameHeightPx: number): Patch[] {
  return layers.flatMap((layer) => paintLayer(layer, frameWidthPx, frameHeightPx));
}

function paintLayer(layer: ScreenLayer, frameWidthPx: number, frameHeightPx: number): Patch[] {
  const place = placeOf(layer, frameWidthPx, frameHeightPx);
  const [x, y, width, height] = layer.viewBox;
  // Whole even pixels around it: blending begins on them.
  const left = Math.max(0, 2 * Math.floor(place.xPx / 2));
  const top = Math.max(0, 2 * Math.floor(place.yPx / 2));
  const right = Math.min(frameWidthPx, 2 * Math.ceil((place.xPx + place.widthPx) / 2));
  const bottom = Math.min(frameHeightPx, 2 * Math.ceil((place.yPx + place.heightPx) / 2));
  if (right <= left || bottom <= top) return [];
  const canvas = new OffscreenCanvas(right - left, bottom - top);
  const context = context2d(canvas);
  context.translate(place.xPx - left, place.yPx - top);
  context.scale(place.widthPx / width, place.heightPx / height);
  context.translate(-x, -y);
  context.globalAlpha = layer.opacity ?? 1;
  paintShapes(context, layer);
  return cutPatches(wordsOf(canvas, context), left, top);
}
