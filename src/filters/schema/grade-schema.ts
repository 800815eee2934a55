/** Colours of the whole picture. Owns the data shape; tables are luts.ts. */
import * as v from 'valibot';

export const gradeSchema = v.strictObject({
  /** A 3-D look-up table by its file name (luts.ts). */
  lut: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.cube$/, 'expected a file name like golden-hour.cube')),
  /** 0 leaves the picture as it is, 1 is the table in full. */
  strength: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

export type Grade = v.InferOutput<typeof gradeSchema>;
