/**
 * What is painted in two dimensions: paths and lines of text in the units of a view box, y down as in SVG.
 * Owns their data shape; pictures on the face, particles and layers of the screen are made of them.
 */
import * as v from 'valibot';
import { LONGEST_TEXT } from './longest-text.ts';
import { colorSchema, pointSchema } from './part-schema.ts';

export const positiveSchema = v.pipe(v.number(), v.minValue(0.001), v.maxValue(10000));
export const fractionSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** x, y, width, height in the units of the shapes, y down as in SVG. */
export const viewBoxSchema = v.tuple([v.number(), v.number(), positiveSchema, positiveSchema]);

const stops = v.pipe(v.array(v.tuple([fractionSchema, colorSchema])), v.minLength(2), v.maxLength(16));

/** One colour, or a gradient between points of the view box. */
const paintSchema = v.union([
  colorSchema,
  v.strictObject({ gradient: v.literal('linear'), from: pointSchema, to: pointSchema, stops }),
  v.strictObject({ gradient: v.literal('radial'), centre: pointSchema, radius: positiveSchema, stops }),
]);

/** Filled first, then stroked. */
const painted = {
  fill: v.exactOptional(paintSchema),
  stroke: v.exactOptional(paintSchema),
  strokeWidth: v.exactOptional(positiveSchema),
  opacity: v.exactOptional(fractionSchema),
  /** Takes away what was drawn before instead of adding to it: holes for the eyes. */
  erase: v.exactOptional(v.boolean()),
};

/** One path of SVG path data (https://www.w3.org/TR/SVG2/paths.html). */
const pathShapeSchema = v.strictObject({
  d: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(20000),
    v.regex(/^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+$/, 'expected SVG path data'),
  ),
  fillRule: v.exactOptional(v.picklist(['nonzero', 'evenodd'])),
  /** Drawn again with left and right swapped about the middle of the view box. */
  mirrored: v.exactOptional(v.boolean()),
  ...painted,
});

/** How many texts of one filter its wearer may change. */
const MOST_TEXTS = 8;

/** One line of text, in a font that every system has; never mirrored, so that others can read it. */
const textShapeSchema = v.strictObject({
  text: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(LONGEST_TEXT),
    v.regex(/^\P{Cc}+$/u, 'expected one line of text'),
  ),
  /** Where the line begins, ends or has its middle, by align; y is the baseline. */
  at: pointSchema,
  /** Height of the font; made smaller until the line fits into maxWidth. */
  size: positiveSchema,
  maxWidth: v.exactOptional(positiveSchema),
  align: v.exactOptional(v.picklist(['left', 'centre', 'right'])),
  font: v.exactOptional(v.picklist(['sans', 'serif', 'mono', 'rounded'])),
  weight: v.exactOptional(v.picklist(['normal', 'bold', 'black'])),
  italic: v.exactOptional(v.boolean()),
  /** The wearer may put an own text in this one's place: which of the filter's texts it is, from 0. */
  edit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_TEXTS - 1))),
  ...painted,
});

/** Told apart by the field "text", so that an error names what is wrong and not only that neither fits. */
const shapeSchema = v.lazy((input): typeof pathShapeSchema | typeof textShapeSchema =>
  typeof input === 'object' && input !== null && 'text' in input ? textShapeSchema : pathShapeSchema,
);

export const shapesSchema = v.pipe(v.array(shapeSchema), v.minLength(1), v.maxLength(200));

export type Paint = v.InferOutput<typeof paintSchema>;
export type PathShape = v.InferOutput<typeof pathShapeSchema>;
export type TextShape = v.InferOutput<typeof textShapeSchema>;
export type Shape = PathShape | TextShape;
