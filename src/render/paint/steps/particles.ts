/** Paints particles, behind the heads and before them. */
import type { Particles } from '../../../filters/schema/particles-schema.ts';
import type { PaintedEffect } from '../../prepared-look.ts';
import type { PaintedWords } from '../../prepared-parts.ts';
import { createParticleLayer } from '../layers/particles.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    particles?: {
      readonly declared: Particles;
      /** Of each sprite all its sizes, the largest first. */
      readonly sprites: readonly (readonly PaintedWords[])[];
    };
  }
}

export const paintedParticles: PaintedEffect<'particles'> = {
  name: 'particles',
  paintsOn: 'picture',
  open({ declared, sprites }) {
    const layer = createParticleLayer(declared, sprites);
    return {
      paint: (pixels, { timestampUs, fadingHeads }, depth) =>
        layer.draw(pixels, { timestampUs, heads: fadingHeads }, depth),
    };
  },
};
