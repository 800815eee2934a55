/** The picture cropped about the wearer, with all that belongs to the heads in it. */
import { type Framing, framingSchema } from '../../filters/schema/framing-schema.ts';
import { type Effect, joinByChoice } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** The picture cropped about the wearer. */
    framing?: Framing;
  }
}

export const framing: Effect = {
  name: 'framing',
  fields: { framing: framingSchema },
  requires: new Set(['heads']),
  join: joinByChoice('framing', 'framing'),
  /** A wider crop. */
  weaken: (fields, intensity) =>
    fields.framing
      ? { framing: { ...fields.framing, strength: (fields.framing.strength ?? 1) * intensity } }
      : {},
  prepare: async ({ framing: declared }) => (declared ? { framing: declared } : {}),
};
