/**
 * What is fixed to the screen: asked for once for each size of frame, then blended where it is not clear.
 * Owns the patches of the present size; painting them is prepare/screen-paintings.ts.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { Patch } from '../../prepared-parts.ts';
import { blendPlanes } from '../planes/blend-planes.ts';

export interface ScreenLayers {
  /** Lays all layers over a frame, the first one lowest. */
  blend(pixels: FramePixels): void;
}

/** @param paintFor gives the patches for a size of frame, the lowest first */
export function createScreenLayers(
  paintFor: (widthPx: number, heightPx: number) => readonly Patch[],
): ScreenLayers {
  let patches: readonly Patch[] = [];
  let paintedFor = '';
  return {
    blend(pixels) {
      const { widthPx, heightPx } = pixels;
      const size = `${widthPx}x${heightPx}`;
      if (size !== paintedFor) {
        patches = paintFor(widthPx, heightPx);
        paintedFor = size;
      }
      for (const { region, drawn } of patches) blendPlanes(pixels, region, drawn);
    },
  };
}
