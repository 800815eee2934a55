/**
 * Where the taps of one output pixel lie against its first, rounded to whole pixels of the plane; the same for all.
 * There is one at a time: makeFootprint's.
 */
import { Grid, MOST_TAPS, Plane } from './records';

/** Of every tap 32 bits each: pixels aside, pixels below, and both as a distance in bytes. */
const XS: usize = memory.data(MOST_TAPS * MOST_TAPS * 4);
const YS: usize = memory.data(MOST_TAPS * MOST_TAPS * 4);
export const OFFSETS: usize = memory.data(MOST_TAPS * MOST_TAPS * 4);

/** Taps in all, four bytes each in the tables. */
export let tapBytes: usize = 0;
/** By how much rounding has moved the taps, on average. */
export let shiftX: f64 = 0;
export let shiftY: f64 = 0;
let minX = 0;
let maxX = 0;
let minY = 0;
let maxY = 0;

export function makeFootprint(plane: Plane, grid: Grid): void {
  const taps = grid.taps;
  const count = taps * taps;
  tapBytes = (<usize>count) << 2;
  shiftX = shiftY = 0;
  minX = maxX = minY = maxY = 0;
  for (let i = 0; i < count; i++) {
    const across: f64 = i % taps;
    const down: f64 = i / taps;
    const exactX = across * grid.stepX - down * grid.stepY;
    const exactY = across * grid.stepY + down * grid.stepX;
    const x = <i32>floor(exactX + 0.5);
    const y = <i32>floor(exactY + 0.5);
    const at = (<usize>i) << 2;
    store<i32>(XS + at, x);
    store<i32>(YS + at, y);
    store<i32>(OFFSETS + at, y * plane.stride + x * plane.step);
    shiftX += (<f64>x - exactX) / count;
    shiftY += (<f64>y - exactY) / count;
    minX = min(minX, x);
    maxX = max(maxX, x);
    minY = min(minY, y);
    maxY = max(maxY, y);
  }
}

/** Whether all taps of an output pixel whose first one is at x, y are pixels of the plane. */
export function isInside(plane: Plane, x: i32, y: i32): bool {
  return x + minX >= 0 && x + maxX < plane.width && y + minY >= 0 && y + maxY < plane.height;
}

/** The mean of an output pixel that is not wholly inside the plane: each tap is asked for. */
export function meanAtBorder(plane: Plane, firstX: i32, firstY: i32): f32 {
  const isOutside =
    firstX + maxX < 0 || firstX + minX >= plane.width || firstY + maxY < 0 || firstY + minY >= plane.height;
  if (isOutside) return <f32>plane.black;
  let sum = 0;
  for (let tap: usize = 0; tap < tapBytes; tap += 4) {
    const x = firstX + load<i32>(XS + tap);
    const y = firstY + load<i32>(YS + tap);
    const isPixel = x >= 0 && x < plane.width && y >= 0 && y < plane.height;
    sum += isPixel ? <i32>load<u8>(plane.first + y * plane.stride + x * plane.step) : plane.black;
  }
  return <f32>sum / <f32>(<i32>tapBytes >> 2);
}
