/** Paints a grade: all of the picture through its tables. */

import type { PaintedEffect } from '../../prepared-look.ts';
import type { GradeTable } from '../../prepared-parts.ts';
import { gradePlanes } from '../planes/grade.ts';

declare module '../../prepared-look.ts' {
  interface EffectParts {
    grade?: GradeTable;
  }
}

export const paintedGrade: PaintedEffect<'grade'> = {
  name: 'grade',
  paintsOn: 'camera',
  open: (table) => ({
    fits({ matrix, fullRange }) {
      return table.color.matrix === matrix && table.color.fullRange === fullRange;
    },
    // Tables for other colours make the same look off by a shade: better than none until its own are there.
    paint: (pixels) => gradePlanes(pixels, table),
  }),
};
