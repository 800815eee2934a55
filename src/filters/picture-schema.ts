/**
 * Pictures worn on the face: vector shapes with a size in centimetres. Owns their data shape.
 * Vector and not raster, because pages may forbid data: and blob: images; the renderer draws them by Path2D.
 */
import * as v from 'valibot';
import { colorSchema, pointSchema, vector3Schema } from './part-schema.ts';

const positive = v.pipe(v.number(), v.minValue(0.001), v.maxValue(10000));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const stops = v.pipe(v.array(v.tuple([fraction, colorSchema])), v.minLength(2), v.maxLength(16));

/** One colour, or a gradient between points of the view box. */
export const paintSchema = v.union([
  colorSchema,
  v.strictObject({ gradient: v.literal('linear'), from: pointSchema, to: pointSchema, stops }),
  v.strictObject({ gradient: v.literal('radial'), centre: pointSchema, radius: positive, stops }),
]);

/** One path of SVG path data (https://www.w3.org/TR/SVG2/paths.html), filled first, then stroked. */
export const pictureShapeSchema = v.strictObject({
  d: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(20000),
    v.regex(/^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+$/, 'expected SVG path data'),
  ),
  fill: v.exactOptional(paintSchema),
  fillRule: v.exactOptional(v.picklist(['nonzero', 'evenodd'])),
  stroke: v.exactOptional(paintSchema),
  strokeWidth: v.exactOptional(positive),
  opacity: v.exactOptional(fraction),
  /** Drawn again with left and right swapped about the middle of the view box. */
  mirrored: v.exactOptional(v.boolean()),
  /** Takes away what was drawn before instead of adding to it: holes for the eyes. */
  erase: v.exactOptional(v.boolean()),
});

export const pictureSchema = v.strictObject({
  /** x, y, width, height in the units of the shapes, y down as in SVG. */
  viewBox: v.tuple([v.number(), v.number(), positive, positive]),
  /** Height follows from the view box. */
  widthCm: v.pipe(v.number(), v.minValue(0.1), v.maxValue(200)),
  /** The middle of the picture on the face model's axes. */
  positionCm: vector3Schema,
  rotationDegrees: v.exactOptional(vector3Schema),
  /** flat: a card; face: laid over the face's own relief, liftCm above it (positionCm's z is then ignored). */
  surface: v.picklist(['flat', 'face']),
  liftCm: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(20))),
  shapes: v.pipe(v.array(pictureShapeSchema), v.minLength(1), v.maxLength(200)),
});

export type Paint = v.InferOutput<typeof paintSchema>;
export type PictureShape = v.InferOutput<typeof pictureShapeSchema>;
export type Picture = v.InferOutput<typeof pictureSchema>;
