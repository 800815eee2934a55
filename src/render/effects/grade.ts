/** Colours of the whole picture, changed before anything is drawn on it. */
import { type Grade, gradeSchema } from '../../filters/schema/grade-schema.ts';
import { lutOf } from '../prepare/cube-lut.ts';
import { bakeGradeTable } from '../prepare/grade-table.ts';
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
  join: joinByChoice('grade', 'grade'),
  weaken: (fields, intensity) =>
    fields.grade ? { grade: { ...fields.grade, strength: fields.grade.strength * intensity } } : {},
  async prepare(look, { madeFor, loadLut }) {
    if (!look.grade) return {};
    const { lut, strength } = look.grade;
    return { grade: await bakeGradeTable(lutOf(await loadLut(lut)), strength, madeFor) };
  },
};
