/** A grade that follows the frames' colour encoding. Owns the baked tables of one filter. */

import type { FrameColor } from '../paint/planes/yuv.ts';
import type { GradeTable } from '../prepared-parts.ts';
import type { CubeLut } from './cube-lut.ts';
import { bakeGradeTable } from './grade-table.ts';

export interface PreparedGrade {
  /**
   * The table for frames of this encoding. While it is being made, the one that there is:
   * the same look with colours off by a shade, for some tenths of a second.
   */
  tableFor(color: FrameColor): GradeTable;
}

export async function createPreparedGrade(
  lut: CubeLut,
  strength: number,
  color: FrameColor,
): Promise<PreparedGrade> {
  let table = await bakeGradeTable(lut, strength, color);
  let wanted = table.color;
  return {
    tableFor(frame) {
      if (!same(frame, wanted)) {
        wanted = frame;
        void bakeGradeTable(lut, strength, frame).then((baked) => {
          if (wanted === frame) table = baked;
        });
      }
      return table;
    },
  };
}

function same(a: FrameColor, b: FrameColor): boolean {
  return a.matrix === b.matrix && a.fullRange === b.fullRange;
}
