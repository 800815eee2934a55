/** An effect that no filter of ours has, both halves of it: one row of the picture at one luma. */
import * as v from 'valibot';
import { type Effect, joinByChoice } from '../../src/render/effects/effect.ts';
import type { PaintedEffect } from '../../src/render/prepared-look.ts';

const stripeSchema = v.strictObject({
  rowPx: v.pipe(v.number(), v.integer(), v.minValue(0)),
  luma: v.pipe(v.number(), v.minValue(0), v.maxValue(255)),
});

declare module '../../src/filters/schema/effect-fields.ts' {
  interface EffectFields {
    stripe?: v.InferOutput<typeof stripeSchema>;
  }
}

declare module '../../src/render/prepared-look.ts' {
  interface EffectParts {
    stripe?: v.InferOutput<typeof stripeSchema>;
  }
}

export const stripe: Effect = {
  name: 'stripe',
  fields: { stripe: stripeSchema },
  requires: new Set(['heads']),
  join: joinByChoice('stripe', 'border'),
  weaken: (fields, intensity) =>
    fields.stripe ? { stripe: { ...fields.stripe, luma: fields.stripe.luma * intensity } } : {},
  prepare: async ({ stripe: declared }) => (declared ? { stripe: declared } : {}),
};

export const paintedStripe: PaintedEffect<'stripe'> = {
  name: 'stripe',
  paintsOn: 'picture',
  open: ({ rowPx, luma }) => ({
    paint({ data, planes, widthPx }) {
      const [plane] = planes;
      if (plane) new Uint8Array(data, plane.offset + rowPx * plane.stride, widthPx).fill(luma);
    },
  }),
};
