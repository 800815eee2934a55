/** Small things that move around heads or all over the picture, behind the heads and before them. */
import { type Particles, particlesSchema } from '../../filters/schema/particles-schema.ts';
import { paintSprite } from '../prepare/sprite-paintings.ts';
import { type Effect, joinByChoice } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** Small things that move around heads or all over the picture. */
    particles?: Particles;
  }
}

export const particles: Effect = {
  name: 'particles',
  fields: { particles: particlesSchema },
  requires: new Set(['heads']),
  join: joinByChoice('particles', 'particles'),
  /** Fewer of them. */
  weaken: (fields, intensity) =>
    fields.particles
      ? {
          particles: {
            ...fields.particles,
            count: Math.max(1, Math.round(fields.particles.count * intensity)),
          },
        }
      : {},
  async prepare({ particles: declared }) {
    return declared ? { particles: { declared, sprites: declared.sprites.map(paintSprite) } } : {};
  },
};
