/**
 * Small things that move: hearts, snow, confetti. Owns their data shape; where each is at a time is painting's.
 * "head": in a space around each head, in centimetres, before and behind it. "screen": all over the picture.
 */
import * as v from 'valibot';
import { fractionSchema, shapesSchema, viewBoxSchema } from './paint-schema.ts';

const lengthCm = v.pipe(v.number(), v.minValue(0.1), v.maxValue(100));
const range = <S extends v.GenericSchema<number>>(value: S) =>
  v.pipe(
    v.tuple([value, value]),
    v.check(([least, most]) => least <= most, 'expected the smaller number first'),
  );

export const particlesSchema = v.strictObject({
  around: v.picklist(['head', 'screen']),
  /** fall and rise: through the space and in again; orbit: around the head in a ring; drift: hardly, anywhere. */
  motion: v.picklist(['fall', 'rise', 'orbit', 'drift']),
  /** Around each head, or on the screen. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  /** Drawn once each at sizeCm wide; particles take turns with them. */
  sprites: v.pipe(
    v.array(v.strictObject({ viewBox: viewBoxSchema, shapes: shapesSchema })),
    v.minLength(1),
    v.maxLength(12),
  ),
  /** Width of a particle; on the screen as if it were as far away as a head usually is (60 cm). */
  sizeCm: range(v.pipe(v.number(), v.minValue(0.1), v.maxValue(15))),
  /** Time from one end of the space to the other, or once around. */
  periodS: range(v.pipe(v.number(), v.minValue(0.5), v.maxValue(60))),
  /** The space around a head: half its width, and its height, about the middle of the head. */
  radiusCm: v.exactOptional(lengthCm),
  heightCm: v.exactOptional(lengthCm),
  /** Above (or below) the middle of the head. */
  raisedCm: v.exactOptional(v.pipe(v.number(), v.minValue(-50), v.maxValue(50))),
  /** How far to the sides it swings on its way. */
  swayCm: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(30))),
  /** Turns in the picture, a second, at most; and whether it turns over, showing its edge, as confetti does. */
  turnsPerS: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3))),
  tumbles: v.exactOptional(v.boolean()),
  /** Twinkles: opacity and size come and go this often a second. */
  pulsesPerS: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(4))),
  opacity: v.exactOptional(fractionSchema),
  /** The same seed gives the same particles to everybody. */
  seed: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535))),
});

export type Particles = v.InferOutput<typeof particlesSchema>;
export type Sprite = Particles['sprites'][number];
