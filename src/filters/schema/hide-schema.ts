/**
 * How faces are hidden. Owns the data shape; sizes are bounded from below, because what hides too little is no privacy.
 * A filter that hides must be closed: when it cannot see the faces, nothing of the picture is shown.
 */
import * as v from 'valibot';
import { colorSchema } from './part-schema.ts';

/** A face has some 25 cells of this size across and down: nobody is known by it. */
export const SMALLEST_CELL_CM = 1.5;
export const SMALLEST_BLUR_CM = 1.5;

/** How far beyond the head it reaches, for hair and for poses that are a little off. */
const marginCm = v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(20)));

export const hideSchema = v.variant('how', [
  /** Squares of one colour each. */
  v.strictObject({
    how: v.literal('pixelate'),
    cellCm: v.pipe(v.number(), v.minValue(SMALLEST_CELL_CM), v.maxValue(12)),
    marginCm,
  }),
  v.strictObject({
    how: v.literal('blur'),
    radiusCm: v.pipe(v.number(), v.minValue(SMALLEST_BLUR_CM), v.maxValue(12)),
    marginCm,
  }),
  /** One colour; parts and pictures may lie on it. */
  v.strictObject({ how: v.literal('cover'), color: colorSchema, marginCm }),
]);

export type Hide = v.InferOutput<typeof hideSchema>;
