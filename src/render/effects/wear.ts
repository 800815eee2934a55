/** Solids and pictures on heads; what the head itself covers is left out. */
import * as v from 'valibot';
import { type Part, partSchema } from '../../filters/schema/part-schema.ts';
import { type Picture, pictureSchema } from '../../filters/schema/picture-schema.ts';
import { assumeIntrinsics } from '../../geometry/intrinsics.ts';
import { wearingHeadsOf } from '../paint/heads/wearing-heads.ts';
import { blendPlanes, fadeDrawn } from '../paint/planes/blend-planes.ts';
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
  paintsOn: 'picture',
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

  async prepare(look, { warm }) {
    const first = await createWornModel(look);
    const others = look.others ? await createWornModel(look.others) : first;
    const models = [...new Set([first, others])].filter((model) => model !== null);
    if (models.length === 0) return null;
    for (const model of models) await warm(model);
    return {
      isLit: true,
      begin({ widthPx, heightPx, samplesAPixel }, { fadingHeads, room, overlay }) {
        const view = { ...assumeIntrinsics(widthPx, heightPx), samplesAPixel, light: room.light };
        overlay?.begin(wearingHeadsOf(fadingHeads, { first, others }), view);
      },
      paint(pixels, { overlay }) {
        for (const { region, drawn, opacity } of overlay?.finish() ?? []) {
          if (opacity < 1) fadeDrawn(drawn, region, opacity);
          blendPlanes(pixels, region, drawn);
        }
      },
    };
  },
};
