/**
 * What is fixed to the screen: borders, lower thirds, stickers in a corner. Owns the data shape.
 * A layer is a drawing with a view box that is put into the frame by its anchor and height, whatever the frame's shape.
 */
import * as v from 'valibot';
import { fractionSchema, shapesSchema, viewBoxSchema } from './paint-schema.ts';

const ANCHORS = [
  'top-left',
  'top',
  'top-right',
  'left',
  'centre',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;

const layerSchema = v.strictObject({
  viewBox: viewBoxSchema,
  shapes: shapesSchema,
  opacity: v.exactOptional(fractionSchema),
  /** shape: keeps its shape; frame: stretched over the whole frame; width: as wide as the frame, as high as declared. */
  fit: v.exactOptional(v.picklist(['shape', 'frame', 'width'])),
  anchor: v.exactOptional(v.picklist(ANCHORS)),
  /** As a share of the frame's height; less where the frame is too narrow for it. */
  height: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1))),
  /** Distance to the edges it is anchored at, as a share of the frame's height; calls round off corners. */
  margin: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.3))),
});

export const screenSchema = v.strictObject({
  /** The first lies lowest. */
  layers: v.pipe(v.array(layerSchema), v.minLength(1), v.maxLength(16)),
});

export type ScreenLayer = v.InferOutput<typeof layerSchema>;
export type Screen = v.InferOutput<typeof screenSchema>;
export type Anchor = (typeof ANCHORS)[number];
