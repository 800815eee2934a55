/** Crops the picture about the wearer. */
import type { Framing } from '../../../filters/schema/framing-schema.ts';
import type { PaintedEffect } from '../../prepared-look.ts';
import { createCropper } from '../planes/crop-planes.ts';
import { createFramingPath } from '../planes/framing-path.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    framing?: Framing;
  }
}

export const paintedFraming: PaintedEffect<'framing'> = {
  name: 'framing',
  paintsOn: 'picture',
  open(declared) {
    const path = createFramingPath(declared);
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
