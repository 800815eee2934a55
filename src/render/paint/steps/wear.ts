/** Paints what heads wear. */
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import type { PaintedEffect } from '../../prepared-look.ts';
import { type WornModels, wearingHeadsOf } from '../heads/wearing-heads.ts';
import { blendPlanes } from '../planes/blend-planes.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    wear?: WornModels;
  }
}

export const paintedWear: PaintedEffect<'wear'> = {
  name: 'wear',
  paintsOn: 'picture',
  open: (models) => ({
    isLit: true,
    paint(pixels, { fadingHeads, room, overlay, samplesAPixel }) {
      const { widthPx, heightPx } = pixels;
      const view = { ...assumeIntrinsics(widthPx, heightPx), samplesAPixel, light: room.light };
      const heads = wearingHeadsOf(fadingHeads, models);
      for (const { region, drawn } of overlay.draw(heads, view)) blendPlanes(pixels, region, drawn);
    },
  }),
};
