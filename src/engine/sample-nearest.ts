/**
 * Taps on whole pixels: for output pixels of so many taps that their rounding does not show.
 */
import { INPUT_SIDE } from './anchors.ts';
import type { PlaneView } from './pixel-formats.ts';
import type { TapGrid } from './sample-plane.ts';

/** Where the taps of one output pixel lie against its first, rounded to whole plane pixels; the same for all. */
interface Footprint {
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** By how much rounding has moved the taps, on average. */
  readonly shiftX: number;
  readonly shiftY: number;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

function createFootprint({ taps, stepX, stepY }: TapGrid): Footprint {
  const x = new Int32Array(taps * taps);
  const y = new Int32Array(taps * taps);
  let [shiftX, shiftY] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [across, down] = [i % taps, Math.floor(i / taps)];
    const exactX = across * stepX - down * stepY;
    const exactY = across * stepY + down * stepX;
    x[i] = Math.round(exactX);
    y[i] = Math.round(exactY);
    shiftX += (x[i]! - exactX) / x.length;
    shiftY += (y[i]! - exactY) / x.length;
  }
  const [minX, maxX, minY, maxY] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  return { x, y, shiftX, shiftY, minX, maxX, minY, maxY };
}

/** Of one row of output pixels: how far from the plane's first byte each one's taps begin, and what they sum to. */
const begins = new Int32Array(INPUT_SIDE);
const sums = new Int32Array(INPUT_SIDE);

/** @param planes of one layout */
export function fillNearest(
  planes: readonly PlaneView[],
  grid: TapGrid,
  means: readonly Float32Array[],
): void {
  const layout = planes[0]!;
  const footprint = createFootprint(grid);
  const offsets = footprint.x.map((x, i) => footprint.y[i]! * layout.stride + x * layout.step);
  const pixelX = grid.taps * grid.stepX;
  const pixelY = grid.taps * grid.stepY;
  for (let row = 0; row < INPUT_SIDE; row++) {
    const rowX = grid.startX - footprint.shiftX - row * pixelY;
    const rowY = grid.startY - footprint.shiftY + row * pixelX;
    // A row is straight, so what of it is not wholly inside the plane is at its ends.
    let from = 0;
    let to = INPUT_SIDE;
    while (from < to && !isInside(layout, footprint, rowX + from * pixelX, rowY + from * pixelY)) from++;
    while (from < to && !isInside(layout, footprint, rowX + (to - 1) * pixelX, rowY + (to - 1) * pixelY))
      to--;
    for (let column = from; column < to; column++) {
      const x = (rowX + column * pixelX) | 0;
      const y = (rowY + column * pixelY) | 0;
      begins[column] = Math.imul(y, layout.stride) + Math.imul(x, layout.step);
    }
    for (let i = 0; i < planes.length; i++) {
      const rowMeans = means[i]!.subarray(row * INPUT_SIDE, (row + 1) * INPUT_SIDE);
      sumTaps(planes[i]!, offsets, from, to);
      for (let column = from; column < to; column++) rowMeans[column] = sums[column]! / offsets.length;
      for (
        let column = from > 0 ? 0 : to;
        column < INPUT_SIDE;
        column = column + 1 === from ? to : column + 1
      ) {
        const x = Math.floor(rowX + column * pixelX);
        const y = Math.floor(rowY + column * pixelY);
        rowMeans[column] = meanAtBorder(planes[i]!, footprint, x, y);
      }
    }
  }
}

/** Whether all taps of an output pixel whose first one is at x, y are pixels of the plane. */
function isInside({ width, height }: PlaneView, footprint: Footprint, x: number, y: number): boolean {
  const { minX, maxX, minY, maxY } = footprint;
  return x + minX >= 0 && Math.floor(x) + maxX < width && y + minY >= 0 && Math.floor(y) + maxY < height;
}

/**
 * Sums the taps of the output pixels from..to of a row: four taps in turn go over all of them, which costs half of
 * going through all taps pixel by pixel. `| 0` spares the check that an address is a whole number of 32 bits.
 */
function sumTaps({ bytes, offset }: PlaneView, offsets: Int32Array, from: number, to: number): void {
  sums.fill(0, from, to);
  let tap = 0;
  for (; tap + 4 <= offsets.length; tap += 4) {
    const a = offset + offsets[tap]!;
    const b = offset + offsets[tap + 1]!;
    const c = offset + offsets[tap + 2]!;
    const d = offset + offsets[tap + 3]!;
    for (let column = from; column < to; column++) {
      const begin = begins[column]!;
      sums[column]! +=
        bytes[(begin + a) | 0]! + bytes[(begin + b) | 0]! + bytes[(begin + c) | 0]! + bytes[(begin + d) | 0]!;
    }
  }
  for (; tap < offsets.length; tap++) {
    const a = offset + offsets[tap]!;
    for (let column = from; column < to; column++) sums[column]! += bytes[(begins[column]! + a) | 0]!;
  }
}

/** An output pixel that is not wholly inside the plane: each tap is asked for. */
function meanAtBorder(plane: PlaneView, footprint: Footprint, firstX: number, firstY: number): number {
  const { bytes, offset, stride, step, width, height, black } = plane;
  const { x, y, minX, maxX, minY, maxY } = footprint;
  if (firstX + maxX < 0 || firstX + minX >= width || firstY + maxY < 0 || firstY + minY >= height)
    return black;
  let sum = 0;
  for (let tap = 0; tap < x.length; tap++) {
    const column = firstX + x[tap]!;
    const row = firstY + y[tap]!;
    const isInside = column >= 0 && column < width && row >= 0 && row < height;
    sum += isInside ? bytes[offset + row * stride + column * step]! : black;
  }
  return sum / x.length;
}
