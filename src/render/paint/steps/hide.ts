/** Hides faces. Needs nothing but what was declared, and so never waits for anything. */
import type { Hide } from '../../../filters/schema/hide-schema.ts';
import type { PaintedEffect } from '../../prepared-look.ts';
import { createHiddenHeads } from '../heads/hidden-heads.ts';
import { hideFaces } from '../planes/hide-faces.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    hide?: Hide;
  }
}

export const paintedHide: PaintedEffect<'hide'> = {
  name: 'hide',
  paintsOn: 'picture',
  open(how) {
    const hiddenHeads = createHiddenHeads();
    return { paint: (pixels, moment) => hideFaces(pixels, hiddenHeads.at(moment), how) };
  },
};
