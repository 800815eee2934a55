/** Solids and pictures on heads; what the head itself covers is left out. */
import * as v from 'valibot';
import { type Part, partSchema } from '../../filters/schema/part-schema.ts';
import { type Picture, pictureSchema } from '../../filters/schema/picture-schema.ts';
import { withinLimit } from '../prepare/within-limit.ts';
import { createWornModel } from '../prepare/worn-model.ts';
import type { Effect } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** Solids on the head. */
    parts?: Part[];
    /** Pictures on the face. */
    pictures?: Picture[];
  }
}

export const wear: Effect = {
  name: 'wear',
  fields: {
    parts: v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(100)),
    pictures: v.pipe(v.array(pictureSchema), v.minLength(1), v.maxLength(8)),
  },
  requires: new Set(['heads']),
  covers: 'heads',
  isWorn: true,

  /** All of them are worn at once. */
  join(filters) {
    const parts = filters.flatMap((filter) => filter.parts ?? []);
    const pictures = filters.flatMap((filter) => filter.pictures ?? []);
    return { ...(parts.length > 0 && { parts }), ...(pictures.length > 0 && { pictures }) };
  },

  /** Pictures become transparent; solids stay, for half a hat is none. */
  weaken({ pictures }, intensity) {
    if (!pictures) return {};
    const fade = (picture: Picture) => ({ ...picture, opacity: (picture.opacity ?? 1) * intensity });
    return { pictures: pictures.map(fade) };
  },

  async prepare(look) {
    const first = await createWornModel(look);
    const others = look.others ? await createWornModel(look.others) : first;
    return first || others ? { wear: withinLimit({ first, others }) } : {};
  },
};
