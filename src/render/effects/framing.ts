/** The picture cropped about the wearer, with all that belongs to the heads in it. */
import { type Framing, framingSchema } from '../../filters/schema/framing-schema.ts';
import { createCropper } from '../paint/planes/crop-planes.ts';
import { createFramingPath } from '../paint/planes/framing-path.ts';
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
  paintsOn: 'picture',
  join: joinByChoice('framing', 'framing'),
  /** A wider crop. */
  weaken: (fields, intensity) =>
    fields.framing
      ? { framing: { ...fields.framing, strength: (fields.framing.strength ?? 1) * intensity } }
      : {},
  async prepare(look) {
    if (!look.framing) return null;
    const path = createFramingPath(look.framing);
    const cropper = createCropper();
    return {
      paint(pixels, { timestampUs, heads }) {
        const { widthPx, heightPx } = pixels;
        const poses = heads.map(({ pose }) => pose);
        cropper.crop(pixels, path.at({ timestampUs, poses, widthPx, heightPx }));
      },
    };
  },
};
