/**
 * Draws pictures: from the level whose texels are about as large as the samples, filtered within it, lit as mixed between
 * the vertices, laid over what is behind. Clear texels leave no depth, so that what lies behind a hole is drawn.
 * Owns the filtering and the choice of the level (OpenGL ES 3.0, 3.8.9: a texel or more a sample, rounded).
 */
import type { Light, PictureLevel, PictureSurface } from '../../prepared-parts.ts';
import { layOver } from './draw-looked-up.ts';
import type { RasterSamples } from './samples.ts';
import { BOTH, END_COLUMNS, FIRST_COLUMNS, ROW_RANGE, SLOPES, spanTriangle } from './triangle-spans.ts';
import type { Vertices } from './vertices.ts';

/** Samples between two places that are computed exactly, and for which one level is chosen. */
const RUN = 8;
const TEXEL = 65536;
/** Light between vertices, and the room's: their product is in SHARE. */
const LIT = 1024;
const SHARE_BITS = 20;
const SHARE_HALF = 1 << (SHARE_BITS - 1);
/** Of 255: what is fainter is not there. */
const FAINTEST = 3;
const PAIR = 0x00ff00ff;
const PAIR_HALF = 0x00800080;

export interface DrawPictureOptions {
  readonly vertices: Vertices;
  readonly light: Light;
  readonly samples: RasterSamples;
}

export function drawPicture(surface: PictureSurface, { vertices, light, samples }: DrawPictureOptions): void {
  const { corners, places, levels } = surface;
  const { x, y, depth, third: lights } = vertices;
  const { columns } = samples;
  const whole = levels[0]!;
  const room = [0, 1, 2].map((at) => Math.round(LIT * light[at]!));
  const roomRed = room[0]!;
  const roomGreen = room[1]!;
  const roomBlue = room[2]!;
  for (let corner = 0; corner < corners.length; corner += 3) {
    const a = corners[corner]!;
    const b = corners[corner + 1]!;
    const c = corners[corner + 2]!;
    if (!spanTriangle(vertices, a, b, c, BOTH, samples)) continue;
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
    // A place in the whole picture, in texels, times its nearness runs straight; so does light.
    const u0 = places[2 * a]! * whole.widthPx * near0;
    const uB = places[2 * b]! * whole.widthPx * nearB - u0;
    const uC = places[2 * c]! * whole.widthPx * nearC - u0;
    const v0 = places[2 * a + 1]! * whole.heightPx * near0;
    const vB = places[2 * b + 1]! * whole.heightPx * nearB - v0;
    const vC = places[2 * c + 1]! * whole.heightPx * nearC - v0;
    const lit0 = lights[a]! * near0;
    const litB = lights[b]! * nearB - lit0;
    const litC = lights[c]! * nearC - lit0;
    const uX = uB * sx1 + uC * sx2;
    const uY = uB * sy1 + uC * sy2;
    const vX = vB * sx1 + vC * sx2;
    const vY = vB * sy1 + vC * sy2;
    const litX = litB * sx1 + litC * sx2;
    const litY = litB * sy1 + litC * sy2;

    const endRow = ROW_RANGE[1]!;
    for (let row = ROW_RANGE[0]!; row < endRow; row += 1) {
      const firstColumn = FIRST_COLUMNS[row]!;
      const endColumn = END_COLUMNS[row]!;
      if (firstColumn >= endColumn) continue;
      const dy = row - ay;
      const dx = firstColumn - ax;
      const nearAt = near0 + dx * nearX + dy * nearY;
      const uAt = u0 + dx * uX + dy * uY;
      const vAt = v0 + dx * vX + dy * vY;
      const litAt = lit0 + dx * litX + dy * litY;
      const length = endColumn - firstColumn;
      let near = nearAt | 0;
      let far = 1 / nearAt;
      let u = uAt * far;
      let v = vAt * far;
      let lit = litAt * far;
      for (let done = 0; done < length; ) {
        const isLast = done + RUN >= length;
        const steps = isLast ? Math.max(1, length - 1 - done) : RUN;
        const count = isLast ? length - done : RUN;
        const levelAt = levelOf(
          (uX - u * nearX) * far,
          (vX - v * nearX) * far,
          (uY - u * nearY) * far,
          (vY - v * nearY) * far,
          levels.length,
        );
        const ahead = done + steps;
        far = 1 / (nearAt + ahead * nearX);
        const nextU = (uAt + ahead * uX) * far;
        const nextV = (vAt + ahead * vX) * far;
        const nextLit = (litAt + ahead * litX) * far;
        const level = levels[levelAt]!;
        const acrossShare = level.widthPx / whole.widthPx;
        const downShare = level.heightPx / whole.heightPx;
        drawRun(
          samples,
          level,
          row * columns + firstColumn + done,
          count,
          near,
          nearStep,
          (TEXEL * (u * acrossShare - 0.5)) | 0,
          ((TEXEL * (nextU - u) * acrossShare) / steps) | 0,
          (TEXEL * (v * downShare - 0.5)) | 0,
          ((TEXEL * (nextV - v) * downShare) / steps) | 0,
          (TEXEL * lit) | 0,
          ((TEXEL * (nextLit - lit)) / steps) | 0,
          roomRed,
          roomGreen,
          roomBlue,
        );
        near = (near + count * nearStep) | 0;
        u = nextU;
        v = nextV;
        lit = nextLit;
        done += count;
      }
    }
  }
}

/** The level whose texels are nearest in size to a sample that is so many texels of the whole picture wide and high. */
function levelOf(uAcross: number, vAcross: number, uDown: number, vDown: number, count: number): number {
  const texels2 = Math.max(uAcross * uAcross + vAcross * vAcross, uDown * uDown + vDown * vDown);
  let level = 0;
  for (let most2 = 2; level < count - 1 && texels2 > most2; most2 *= 4) level += 1;
  return level;
}

/** Part of a row, along which places and light run straight. Places are of texels' middles in the level, stepped in TEXEL. */
function drawRun(
  { words, depths }: RasterSamples,
  { widthPx, heightPx, words: texels }: PictureLevel,
  from: number,
  count: number,
  nearFrom: number,
  nearStep: number,
  uFrom: number,
  uStep: number,
  vFrom: number,
  vStep: number,
  litFrom: number,
  litStep: number,
  roomRed: number,
  roomGreen: number,
  roomBlue: number,
): void {
  const lastColumn = widthPx - 1;
  const lastRow = heightPx - 1;
  let near = nearFrom;
  let u = uFrom;
  let v = vFrom;
  let lit = litFrom;
  const end = from + count;
  for (let at = from; at < end; at += 1) {
    if (near >= depths[at]!) {
      const column = u >> 16;
      const line = v >> 16;
      const left = column < 0 ? 0 : column > lastColumn ? lastColumn : column;
      const right = column < 0 ? 0 : column >= lastColumn ? lastColumn : column + 1;
      const upper = (line < 0 ? 0 : line > lastRow ? lastRow : line) * widthPx;
      const lower = (line < 0 ? 0 : line >= lastRow ? lastRow : line + 1) * widthPx;
      const a = texels[upper + left]! | 0;
      const b = texels[upper + right]! | 0;
      const c = texels[lower + left]! | 0;
      const d = texels[lower + right]! | 0;
      if ((a | b | c | d) !== 0) {
        const fu = (u >> 8) & 255;
        const fv = (v >> 8) & 255;
        const aEven = mix(a & PAIR, b & PAIR, fu);
        const bEven = mix(c & PAIR, d & PAIR, fu);
        const even = mix(aEven, bEven, fv);
        const aOdd = mix((a >>> 8) & PAIR, (b >>> 8) & PAIR, fu);
        const bOdd = mix((c >>> 8) & PAIR, (d >>> 8) & PAIR, fu);
        const odd = mix(aOdd, bOdd, fv);
        const alpha = odd >>> 16;
        if (alpha >= FAINTEST) {
          const share = lit >> 6;
          const red = ((even & 255) * (share * roomRed) + SHARE_HALF) >> SHARE_BITS;
          const green = ((odd & 255) * (share * roomGreen) + SHARE_HALF) >> SHARE_BITS;
          const blue = ((even >>> 16) * (share * roomBlue) + SHARE_HALF) >> SHARE_BITS;
          const over =
            (alpha << 24) |
            ((blue < alpha ? blue : alpha) << 16) |
            ((green < alpha ? green : alpha) << 8) |
            (red < alpha ? red : alpha);
          depths[at] = near;
          words[at] = layOver(over, words[at]!);
        }
      }
    }
    near = (near + nearStep) | 0;
    u = (u + uStep) | 0;
    v = (v + vStep) | 0;
    lit = (lit + litStep) | 0;
  }
}

/** Two channels of two words, the second's share in 256ths. */
function mix(a: number, b: number, share: number): number {
  return ((Math.imul(a, 256 - share) + Math.imul(b, share) + PAIR_HALF) >>> 8) & PAIR;
}
