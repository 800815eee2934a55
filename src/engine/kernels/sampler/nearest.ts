/** Taps on whole pixels: for output pixels of so many taps that their rounding does not show. */
import { pixelOf, toFixed } from './fixed';
import { isInside, makeFootprint, meanAtBorder, OFFSETS, shiftX, shiftY, tapBytes } from './footprint';
import { Grid, Plane, SIDE } from './records';

/** Of one row of output pixels, 32 bits each: the address of each one's first tap, and what its taps sum to. */
const ROW: i32 = SIDE * 4;
const BEGINS: usize = memory.data(SIDE * 4);
const SUMS: usize = memory.data(SIDE * 4);

export function sampleNearest(plane: Plane, grid: Grid): void {
  makeFootprint(plane, grid);
  const pixelX = grid.stepX * grid.taps;
  const pixelY = grid.stepY * grid.taps;
  const fixedX = toFixed(pixelX);
  const fixedY = toFixed(pixelY);
  for (let row = 0; row < SIDE; row++) {
    const rowX = toFixed(grid.startX - shiftX - pixelY * row);
    const rowY = toFixed(grid.startY - shiftY + pixelX * row);
    const means = plane.means + row * ROW;
    // A row is straight, so what of it is not wholly inside the plane is at its ends.
    let from = 0;
    let to = SIDE;
    while (from < to && fillAtBorder(plane, means, from, rowX + fixedX * from, rowY + fixedY * from)) from++;
    while (
      from < to &&
      fillAtBorder(plane, means, to - 1, rowX + fixedX * (to - 1), rowY + fixedY * (to - 1))
    )
      to--;
    let x = rowX + fixedX * from;
    let y = rowY + fixedY * from;
    for (let at = (<usize>from) << 2; at < (<usize>to) << 2; at += 4) {
      store<usize>(BEGINS + at, plane.first + pixelOf(y) * plane.stride + pixelOf(x) * plane.step);
      x += fixedX;
      y += fixedY;
    }
    sumTaps((<usize>from) << 2, (<usize>to) << 2);
    const share: f32 = 1 / <f32>(grid.taps * grid.taps);
    for (let at = (<usize>from) << 2; at < (<usize>to) << 2; at += 4) {
      store<f32>(means + at, <f32>load<i32>(SUMS + at) * share);
    }
  }
}

/** Fills an output pixel if it is not wholly inside the plane; false if it is. */
function fillAtBorder(plane: Plane, means: usize, column: i32, fixedX: i64, fixedY: i64): bool {
  const x = pixelOf(fixedX);
  const y = pixelOf(fixedY);
  if (isInside(plane, x, y)) return false;
  store<f32>(means + ((<usize>column) << 2), meanAtBorder(plane, x, y));
  return true;
}

/**
 * Sums the taps of a stretch of the row: four taps in turn go over all of it, which is faster than all taps for one
 * pixel after the other.
 */
function sumTaps(from: usize, to: usize): void {
  memory.fill(SUMS + from, 0, to - from);
  let tap = OFFSETS;
  const end = OFFSETS + tapBytes;
  for (; tap + 16 <= end; tap += 16) {
    const a = load<usize>(tap);
    const b = load<usize>(tap, 4);
    const c = load<usize>(tap, 8);
    const d = load<usize>(tap, 12);
    for (let at = from; at < to; at += 4) {
      const begin = load<usize>(BEGINS + at);
      const four =
        <i32>load<u8>(begin + a) +
        <i32>load<u8>(begin + b) +
        <i32>load<u8>(begin + c) +
        <i32>load<u8>(begin + d);
      store<i32>(SUMS + at, load<i32>(SUMS + at) + four);
    }
  }
  for (; tap < end; tap += 4) {
    const a = load<usize>(tap);
    for (let at = from; at < to; at += 4) {
      store<i32>(SUMS + at, load<i32>(SUMS + at) + <i32>load<u8>(load<usize>(BEGINS + at) + a));
    }
  }
}
