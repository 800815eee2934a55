/**
 * Pictures worn on the face: vector shapes with a size in centimetres. Owns their data shape.
 * Vector and not raster, because pages may forbid data: and blob: images; they are painted by Path2D.
 */
import * as v from 'valibot';
import { fractionSchema, shapesSchema, viewBoxSchema } from './paint-schema.ts';
import { vector3Schema } from './part-schema.ts';

export const pictureSchema = v.strictObject({
  viewBox: viewBoxSchema,
  /** Height follows from the view box. */
  widthCm: v.pipe(v.number(), v.minValue(0.1), v.maxValue(200)),
  /** The middle of the picture on the face model's axes. */
  positionCm: vector3Schema,
  rotationDegrees: v.exactOptional(vector3Schema),
  /** flat: a card; face: laid over the face's own relief, liftCm above it (positionCm's z is then ignored). */
  surface: v.picklist(['flat', 'face']),
  liftCm: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(20))),
  opacity: v.exactOptional(fractionSchema),
  shapes: shapesSchema,
});

export type Picture = v.InferOutput<typeof pictureSchema>;
