/** Colours of the whole picture, changed before anything is drawn on it. */
import { type Grade, gradeSchema } from '../../filters/schema/grade-schema.ts';
import { gradeColorOf, gradePlanes } from '../paint/planes/grade.ts';
import { lutOf } from '../prepare/cube-lut.ts';
import { createPreparedGrade } from '../prepare/prepared-grade.ts';
import { type Effect, joinByChoice } from './effect.ts';

declare module '../../filters/schema/effect-fields.ts' {
  interface EffectFields {
    /** Colours of the whole picture, changed before anything is drawn on it. */
    grade?: Grade;
  }
}

export const grade: Effect = {
  name: 'grade',
  fields: { grade: gradeSchema },
  requires: new Set(),
  paintsOn: 'camera',
  join: joinByChoice('grade', 'grade'),
  weaken: (fields, intensity) =>
    fields.grade ? { grade: { ...fields.grade, strength: fields.grade.strength * intensity } } : {},
  async prepare(look, { color, loadLut }) {
    if (!look.grade) return null;
    const { lut, strength } = look.grade;
    const prepared = await createPreparedGrade(lutOf(await loadLut(lut)), strength, color);
    return {
      paint: (pixels) => gradePlanes(pixels, prepared.tableFor(gradeColorOf(pixels))),
    };
  },
};
