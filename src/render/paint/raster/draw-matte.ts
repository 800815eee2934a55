/** Draws opaque surfaces that are lit at their vertices, colours mixed between them. Owns nothing. */
import type { SolidSurface } from '../../prepared-parts.ts';
import { isStraight, RUN } from './perspective.ts';
import type { RasterSamples } from './samples.ts';
import {
  BACK,
  END_COLUMNS,
  FIRST_COLUMNS,
  FRONT,
  ROW_RANGE,
  SLOPES,
  spanTriangle,
} from './triangle-spans.ts';
import type { Vertices } from './vertices.ts';

/** Colours are stepped in 65,536ths of a level; half a level rounds. */
const LEVEL = 65536;
const HALF = 32768;
/** Levels that a colour may be off for being mixed along a straight line. */
const BEND = 0.25;

export function drawMatte({ corners, side }: SolidSurface, vertices: Vertices, samples: RasterSamples): void {
  const { x, y, depth, first: reds, second: greens, third: blues } = vertices;
  const { words, depths, columns } = samples;
  const shownSide = side === 'front' ? FRONT : BACK;
  for (let corner = 0; corner < corners.length; corner += 3) {
    const a = corners[corner]!;
    const b = corners[corner + 1]!;
    const c = corners[corner + 2]!;
    if (!spanTriangle(vertices, a, b, c, shownSide, samples)) continue;
    const sx1 = SLOPES[0]!;
    const sx2 = SLOPES[1]!;
    const sy1 = SLOPES[2]!;
    const sy2 = SLOPES[3]!;
    const ax = x[a]!;
    const ay = y[a]!;
    const near0 = depth[a]!;
    const nearB = depth[b]!;
    const nearC = depth[c]!;
    const nearX = (nearB - near0) * sx1 + (nearC - near0) * sx2;
    const nearY = (nearB - near0) * sy1 + (nearC - near0) * sy2;
    const nearStep = Math.round(nearX) | 0;
    const range = Math.max(
      Math.abs(reds[b]! - reds[a]!),
      Math.abs(reds[c]! - reds[a]!),
      Math.abs(greens[b]! - greens[a]!),
      Math.abs(greens[c]! - greens[a]!),
      Math.abs(blues[b]! - blues[a]!),
      Math.abs(blues[c]! - blues[a]!),
    );
    const straight = isStraight(range, BEND, near0, nearB, nearC);
    // What runs straight in the picture: a colour, or a colour times its nearness.
    const wa = straight ? LEVEL : LEVEL * near0;
    const wb = straight ? LEVEL : LEVEL * nearB;
    const wc = straight ? LEVEL : LEVEL * nearC;
    const red0 = reds[a]! * wa;
    const redX = (reds[b]! * wb - red0) * sx1 + (reds[c]! * wc - red0) * sx2;
    const redY = (reds[b]! * wb - red0) * sy1 + (reds[c]! * wc - red0) * sy2;
    const green0 = greens[a]! * wa;
    const greenX = (greens[b]! * wb - green0) * sx1 + (greens[c]! * wc - green0) * sx2;
    const greenY = (greens[b]! * wb - green0) * sy1 + (greens[c]! * wc - green0) * sy2;
    const blue0 = blues[a]! * wa;
    const blueX = (blues[b]! * wb - blue0) * sx1 + (blues[c]! * wc - blue0) * sx2;
    const blueY = (blues[b]! * wb - blue0) * sy1 + (blues[c]! * wc - blue0) * sy2;
    const redStep = Math.round(redX) | 0;
    const greenStep = Math.round(greenX) | 0;
    const blueStep = Math.round(blueX) | 0;

    const endRow = ROW_RANGE[1]!;
    for (let row = ROW_RANGE[0]!; row < endRow; row += 1) {
      const firstColumn = FIRST_COLUMNS[row]!;
      const endColumn = END_COLUMNS[row]!;
      if (firstColumn >= endColumn) continue;
      const dy = row - ay;
      const dx = firstColumn - ax;
      const line = row * columns;
      const end = line + endColumn;
      let at = line + firstColumn;
      const nearAt = near0 + dx * nearX + dy * nearY;
      let near = nearAt | 0;
      const redAt = red0 + dx * redX + dy * redY;
      const greenAt = green0 + dx * greenX + dy * greenY;
      const blueAt = blue0 + dx * blueX + dy * blueY;
      if (straight) {
        let red = (redAt + HALF) | 0;
        let green = (greenAt + HALF) | 0;
        let blue = (blueAt + HALF) | 0;
        for (; at < end; at += 1) {
          if (near >= depths[at]!) {
            depths[at] = near;
            words[at] = 0xff000000 | (blue & 0xff0000) | ((green >> 8) & 0xff00) | ((red >> 16) & 0xff);
          }
          near = (near + nearStep) | 0;
          red = (red + redStep) | 0;
          green = (green + greenStep) | 0;
          blue = (blue + blueStep) | 0;
        }
        continue;
      }
      let far = 1 / nearAt;
      let red = (redAt * far + HALF) | 0;
      let green = (greenAt * far + HALF) | 0;
      let blue = (blueAt * far + HALF) | 0;
      for (let done = 0; at < end; ) {
        // The last run ends on its last sample, for the one behind it may be anywhere.
        const isLast = at + RUN >= end;
        const steps = isLast ? Math.max(1, end - 1 - at) : RUN;
        const stop = isLast ? end : at + RUN;
        done += steps;
        far = 1 / (nearAt + done * nearX);
        const nextRed = ((redAt + done * redX) * far + HALF) | 0;
        const nextGreen = ((greenAt + done * greenX) * far + HALF) | 0;
        const nextBlue = ((blueAt + done * blueX) * far + HALF) | 0;
        const dRed = ((nextRed - red) / steps) | 0;
        const dGreen = ((nextGreen - green) / steps) | 0;
        const dBlue = ((nextBlue - blue) / steps) | 0;
        for (; at < stop; at += 1) {
          if (near >= depths[at]!) {
            depths[at] = near;
            words[at] = 0xff000000 | (blue & 0xff0000) | ((green >> 8) & 0xff00) | ((red >> 16) & 0xff);
          }
          near = (near + nearStep) | 0;
          red = (red + dRed) | 0;
          green = (green + dGreen) | 0;
          blue = (blue + dBlue) | 0;
        }
        red = nextRed;
        green = nextGreen;
        blue = nextBlue;
      }
    }
  }
}
