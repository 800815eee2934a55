/** What is fixed to the screen: borders, lower thirds, stickers in a corner. Stays as it is at any intensity. */
import { type Screen, screenSchema } from '../../filters/schema/screen-schema.ts';
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
  join: joinByChoice('screen', 'border'),
  async prepare({ screen: declared }, { madeFor: { widthPx, heightPx } }) {
    return declared
      ? { screen: { widthPx, heightPx, patches: paintScreen(declared, widthPx, heightPx) } }
      : {};
  },
};
