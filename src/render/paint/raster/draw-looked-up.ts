/**
 * Draws surfaces that are looked up in their material's cell at each sample: glossy ones, and clear ones that are laid over
 * what is behind them and leave no depth. Owns the look-up; where a vertex looks is shade-vertices.ts.
 */
import type { Light, MatcapTexels, SolidSurface } from '../../prepared-parts.ts';
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

/** Places are stepped in 65,536ths of a texel. */
const TEXEL = 65536;
/** Texels that a place may be off for running along a straight line. */
const BEND = 0.1;
/** Light is multiplied with in 65,536ths. */
const FULL = 65536;
const HALF = 32768;

export interface LookedUp {
  readonly vertices: Vertices;
  readonly matcaps: MatcapTexels;
  readonly light: Light;
  readonly samples: RasterSamples;
}

export function drawLookedUp({ kind, corners, side, slots, glows }: SolidSurface, given: LookedUp): void {
  const { vertices, light, samples } = given;
  const { cellPx } = given.matcaps;
  const texels = given.matcaps.words;
  const { x, y, depth, first: us, second: vs } = vertices;
  const { words, depths, columns } = samples;
  const shownSide = side === 'front' ? FRONT : BACK;
  const isClear = kind === 'clear';
  const roomRed = Math.round(FULL * light[0]);
  const roomGreen = Math.round(FULL * light[1]);
  const roomBlue = Math.round(FULL * light[2]);
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
    const ua = us[a]!;
    const ub = us[b]!;
    const uc = us[c]!;
    const va = vs[a]!;
    const vb = vs[b]!;
    const vc = vs[c]!;
    const range = Math.max(Math.abs(ub - ua), Math.abs(uc - ua), Math.abs(vb - va), Math.abs(vc - va));
    const straight = isStraight(range, BEND, near0, nearB, nearC);
    // What runs straight in the picture: a place, or a place times its nearness.
    const wa = straight ? TEXEL : TEXEL * near0;
    const wb = straight ? TEXEL : TEXEL * nearB;
    const wc = straight ? TEXEL : TEXEL * nearC;
    const u0 = ua * wa;
    const uX = (ub * wb - u0) * sx1 + (uc * wc - u0) * sx2;
    const uY = (ub * wb - u0) * sy1 + (uc * wc - u0) * sy2;
    const v0 = va * wa;
    const vX = (vb * wb - v0) * sx1 + (vc * wc - v0) * sx2;
    const vY = (vb * wb - v0) * sy1 + (vc * wc - v0) * sy2;
    const cell = slots[a]! * cellPx * cellPx;
    const glowing = glows[a] === 1;
    const lightRed = glowing ? FULL : roomRed;
    const lightGreen = glowing ? FULL : roomGreen;
    const lightBlue = glowing ? FULL : roomBlue;

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
      const uAt = u0 + dx * uX + dy * uY;
      const vAt = v0 + dx * vX + dy * vY;
      let near = nearAt | 0;
      let far = straight ? 1 : 1 / nearAt;
      let u = (uAt * far) | 0;
      let v = (vAt * far) | 0;
      for (let done = 0; at < end; ) {
        // The last run ends on its last sample, for the one behind it may be anywhere.
        const isLast = straight || at + RUN >= end;
        const steps = isLast ? Math.max(1, end - 1 - at) : RUN;
        const stop = isLast ? end : at + RUN;
        done += steps;
        if (!straight) far = 1 / (nearAt + done * nearX);
        const nextU = ((uAt + done * uX) * far) | 0;
        const nextV = ((vAt + done * vX) * far) | 0;
        const uStep = straight ? uX | 0 : ((nextU - u) / steps) | 0;
        const vStep = straight ? vX | 0 : ((nextV - v) / steps) | 0;
        if (isClear) {
          for (; at < stop; at += 1) {
            if (near >= depths[at]!) {
              const texel = texels[cell + (v >> 16) * cellPx + (u >> 16)]! | 0;
              const red = ((texel & 255) * lightRed + HALF) >> 16;
              const green = (((texel >> 8) & 255) * lightGreen + HALF) >> 16;
              const blue = (((texel >> 16) & 255) * lightBlue + HALF) >> 16;
              words[at] = layOver((texel & 0xff000000) | (blue << 16) | (green << 8) | red, words[at]!);
            }
            near = (near + nearStep) | 0;
            u = (u + uStep) | 0;
            v = (v + vStep) | 0;
          }
        } else {
          for (; at < stop; at += 1) {
            if (near >= depths[at]!) {
              depths[at] = near;
              const texel = texels[cell + (v >> 16) * cellPx + (u >> 16)]! | 0;
              const red = ((texel & 255) * lightRed + HALF) >> 16;
              const green = (((texel >> 8) & 255) * lightGreen + HALF) >> 16;
              const blue = (((texel >> 16) & 255) * lightBlue + HALF) >> 16;
              words[at] = (texel & 0xff000000) | (blue << 16) | (green << 8) | red;
            }
            near = (near + nearStep) | 0;
            u = (u + uStep) | 0;
            v = (v + vStep) | 0;
          }
        }
        u = nextU;
        v = nextV;
      }
    }
  }
}

/** Every other byte of a word: two channels at once. */
const PAIR = 0x00ff00ff;
/** Half of both, which rounds. */
const PAIR_HALF = 0x00800080;

/** A premultiplied word over another, to the nearest level: over + below * (255 - alpha) / 255. */
export function layOver(over: number, below: number): number {
  const keep = 255 - (over >>> 24);
  if (keep === 0 || below === 0) return over;
  const even = (Math.imul(below & PAIR, keep) + PAIR_HALF) | 0;
  const odd = (Math.imul((below >>> 8) & PAIR, keep) + PAIR_HALF) | 0;
  const evenKept = ((even + ((even >>> 8) & PAIR)) >>> 8) & PAIR;
  const oddKept = (odd + ((odd >>> 8) & PAIR)) & ~PAIR;
  return (over + (evenKept | oddKept)) | 0;
}
