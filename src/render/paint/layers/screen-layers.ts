/**
 * What is fixed to the screen: painted once for each size of frame, then blended where it is not clear.
 * Owns the paintings; where a layer lies is layer-place.ts's.
 */
import type { Layer, Screen } from '../../../filters/schema/screen-schema.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { context2d, paintShapes } from '../../prepare/paint-shapes.ts';
import { wordsOf } from '../../prepare/painted-words.ts';
import { cutPatches, type Patch } from '../../prepare/patches.ts';
import { blendPlanes } from '../planes/blend-planes.ts';
import { placeOf } from './layer-place.ts';

export interface ScreenLayers {
  /** Lays all layers over a frame, the first one lowest. */
  blend(pixels: FramePixels): void;
}

export function createScreenLayers(screen: Screen): ScreenLayers {
  let patches: readonly Patch[] = [];
  let paintedFor = '';
  return {
    blend(pixels) {
      const { widthPx, heightPx } = pixels;
      const size = `${widthPx}x${heightPx}`;
      if (size !== paintedFor) {
        patches = screen.layers.flatMap((layer) => paintLayer(layer, widthPx, heightPx));
        paintedFor = size;
      }
      for (const { region, drawn } of patches) blendPlanes(pixels, region, drawn);
    },
  };
}

function paintLayer(layer: Layer, frameWidthPx: number, frameHeightPx: number): Patch[] {
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
