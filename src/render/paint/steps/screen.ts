/** Lays what is fixed to the screen over the picture. Paintings belong to one size of frame; others go without. */
import type { PaintedEffect } from '../../prepared-look.ts';
import type { Patch } from '../../prepared-parts.ts';
import { blendPlanes } from '../planes/blend-planes.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    screen?: {
      readonly widthPx: number;
      readonly heightPx: number;
      /** Only what is not clear, the lowest layer first. */
      readonly patches: readonly Patch[];
    };
  }
}

export const paintedScreen: PaintedEffect<'screen'> = {
  name: 'screen',
  paintsOn: 'picture',
  open({ widthPx, heightPx, patches }) {
    const fits = (frame: { readonly widthPx: number; readonly heightPx: number }) =>
      frame.widthPx === widthPx && frame.heightPx === heightPx;
    return {
      fits,
      paint(pixels) {
        if (!fits(pixels)) return;
        for (const { region, drawn } of patches) blendPlanes(pixels, region, drawn);
      },
    };
  },
};
