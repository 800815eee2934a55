/** Faces made unrecognisable, or all of the picture while it is not known where they are. */
import {
  type Hide,
  hideSchema,
  SMALLEST_BLUR_CM,
  SMALLEST_CELL_CM,
} from '../../filters/schema/hide-schema.ts';
import { type Effect, joinByChoice } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** Faces made unrecognisable. */
    hide?: Hide;
  }
}

export const hide: Effect = {
  name: 'hide',
  fields: { hide: hideSchema },
  requires: new Set(['heads']),
  covers: 'everything',
  join: joinByChoice('hide', 'privacy'),
  weaken: (fields, intensity) =>
    fields.hide && fields.hide.how !== 'cover' ? { hide: weakenHide(fields.hide, intensity) } : {},
  prepare: async ({ hide }) => (hide ? { hide } : {}),
};

/** Finer, but never so fine that a face can be known. */
function weakenHide(how: Exclude<Hide, { how: 'cover' }>, intensity: number): Hide {
  return how.how === 'pixelate'
    ? { ...how, cellCm: Math.max(SMALLEST_CELL_CM, how.cellCm * intensity) }
    : { ...how, radiusCm: Math.max(SMALLEST_BLUR_CM, how.radiusCm * intensity) };
}
