/** What is fixed to the screen: borders, lower thirds, stickers in a corner. Stays as it is at any intensity. */
import { type Screen, screenSchema } from '../../filters/schema/screen-schema.ts';
import { createScreenLayers } from '../paint/layers/screen-layers.ts';
import { paintScreen } from '../prepare/screen-paintings.ts';
import { type Effect, joinByChoice } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** What is fixed to the screen. */
    screen?: Screen;
  }
}

export const screen: Effect = {
  name: 'screen',
  fields: { screen: screenSchema },
  requires: new Set(),
  paintsOn: 'picture',
  join: joinByChoice('screen', 'border'),
  async prepare(look) {
    const declared = look.screen;
    if (!declared) return null;
    const layers = createScreenLayers((widthPx, heightPx) => paintScreen(declared, widthPx, heightPx));
    return { paint: (pixels) => layers.blend(pixels) };
  },
};
