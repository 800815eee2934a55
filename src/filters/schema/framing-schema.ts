/** How the picture is cropped so that the wearer stays centred and large. Owns the data shape; the path of the crop is paint/planes/framing-path.ts. */
import * as v from 'valibot';
import { fractionSchema } from './paint-schema.ts';

export const framingSchema = v.strictObject({
  /** The head's height, chin to crown, as a share of the frame's. */
  headShare: v.pipe(v.number(), v.minValue(0.15), v.maxValue(0.75)),
  /** Where the head's middle shall be, 0 the frame's top, 1 its bottom. */
  headAt: v.exactOptional(v.pipe(v.number(), v.minValue(0.25), v.maxValue(0.75))),
  /** Never enlarged beyond this: pixels become visible. */
  mostZoom: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(3))),
  /** About how long it takes to arrive at a new place, seconds. */
  settleS: v.exactOptional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(5))),
  /** The head may move by this share of the cropped picture before the crop follows. */
  slack: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.3))),
  /** 0 leaves the picture as it is, 1 goes all the way. */
  strength: v.exactOptional(fractionSchema),
});

export type Framing = v.InferOutput<typeof framingSchema>;
