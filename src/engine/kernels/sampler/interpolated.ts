/** Taps between pixels, each the mean of the four about it: for output pixels that are hardly larger than the plane's. */
import { fractionOf, pixelOf, toFixed } from './fixed';
import { Grid, Plane, SIDE } from './records';

const HALF: i64 = 0x80000000;

export function sampleInterpolated(plane: Plane, grid: Grid): void {
  const taps = grid.taps;
  const stepX = toFixed(grid.stepX);
  const stepY = toFixed(grid.stepY);
  const share: f32 = 1 / <f32>(taps * taps);
  memory.fill(plane.means, 0, SIDE * SIDE * 4);
  for (let down = 0; down < SIDE * taps; down++) {
    // Pixel centres lie at halves.
    let x = toFixed(grid.startX - grid.stepY * down) - HALF;
    let y = toFixed(grid.startY + grid.stepX * down) - HALF;
    let mean = plane.means + (down / taps) * SIDE * 4;
    const end = mean + SIDE * 4;
    for (; mean < end; mean += 4) {
      let sum: f32 = 0;
      for (let tap = 0; tap < taps; tap++) {
        sum += valueAt(plane, x, y);
        x += stepX;
        y += stepY;
      }
      store<f32>(mean, load<f32>(mean) + sum * share);
    }
  }
}

/** The mean of the four pixels about a place, by how near they are. */
function valueAt(plane: Plane, x: i64, y: i64): f32 {
  const column = pixelOf(x);
  const row = pixelOf(y);
  // Below 0 is beyond all columns, read without a sign.
  if (<u32>column >= <u32>(plane.width - 1) || <u32>row >= <u32>(plane.height - 1)) {
    return valueAtBorder(plane, x, y);
  }
  const upper = plane.first + row * plane.stride + column * plane.step;
  const lower = upper + plane.stride;
  const above = mix(load<u8>(upper), load<u8>(upper + plane.step), fractionOf(x));
  const below = mix(load<u8>(lower), load<u8>(lower + plane.step), fractionOf(x));
  return above + fractionOf(y) * (below - above);
}

/** The border's half pixels repeat the border; beyond them all is black. */
function valueAtBorder(plane: Plane, x: i64, y: i64): f32 {
  const right = (<i64>plane.width - 1) << 32;
  const bottom = (<i64>plane.height - 1) << 32;
  const isBlack = x < -HALF || x >= right + HALF || y < -HALF || y >= bottom + HALF;
  if (isBlack) return <f32>plane.black;
  const insideX = min(right, max(0, x));
  const insideY = min(bottom, max(0, y));
  const column = pixelOf(insideX);
  const row = pixelOf(insideY);
  const aside = column < plane.width - 1 ? plane.step : 0;
  const down = row < plane.height - 1 ? plane.stride : 0;
  const upper = plane.first + row * plane.stride + column * plane.step;
  const lower = upper + down;
  const above = mix(load<u8>(upper), load<u8>(upper + aside), fractionOf(insideX));
  const below = mix(load<u8>(lower), load<u8>(lower + aside), fractionOf(insideX));
  return above + fractionOf(insideY) * (below - above);
}

function mix(left: u8, right: u8, fraction: f32): f32 {
  return <f32>left + fraction * <f32>(<i32>right - <i32>left);
}
