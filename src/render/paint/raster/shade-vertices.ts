/**
 * How the vertices of a surface are lit, or where in its table each of them looks. Owns the light's arithmetic; what the
 * tables hold was baked (prepare/studio-light.ts). Colours are premultiplied display values throughout: what a table
 * says is what the frame gets.
 *
 * A table is looked up by the normal in view space, straightened for perspective: a sphere shows the same shading
 * wherever it stands in view.
 */
import type { Light, MatcapTexels, PictureSurface, SolidSurface } from '../../prepared-parts.ts';
import type { Vertices } from './vertices.ts';

/** Puts into first and second where in its cell each vertex looks, in texels. */
export function placeInCell(
  { normals, side }: SolidSurface,
  { cellPx, rim }: MatcapTexels,
  vertices: Vertices,
): void {
  const { turn, seenX, seenY, seenZ, first, second } = vertices;
  const [xx, xy, xz] = [turn[0]!, turn[1]!, turn[2]!];
  const [yx, yy, yz] = [turn[3]!, turn[4]!, turn[5]!];
  const [zx, zy, zz] = [turn[6]!, turn[7]!, turn[8]!];
  const half = cellPx / 2;
  const reach = (side === 'front' ? rim : -rim) * half;
  const count = normals.length / 3;
  for (let at = 0, from = 0; at < count; at += 1, from += 3) {
    const px = normals[from]!;
    const py = normals[from + 1]!;
    const pz = normals[from + 2]!;
    const nx = xx * px + xy * py + xz * pz;
    const ny = yx * px + yy * py + yz * pz;
    const nz = zx * px + zy * py + zz * pz;
    // Towards the eye, to the right of that and up from both.
    const [sx, sy, sz] = [seenX[at]!, seenY[at]!, seenZ[at]!];
    const across2 = sx * sx + sz * sz;
    const across = Math.sqrt(across2);
    const far = Math.sqrt(across2 + sy * sy);
    first[at] = half + (reach * (sx * nz - sz * nx)) / across;
    second[at] = half + (reach * (across2 * ny - sy * (sx * nx + sz * nz))) / (far * across);
  }
}

/** Puts into first, second and third the colour of each vertex, 0..255, from where placeInCell() has placed it. */
export function lightAtVertices(
  { slots, glows }: SolidSurface,
  { cellPx, words }: MatcapTexels,
  { vertices, light }: { readonly vertices: Vertices; readonly light: Light },
): void {
  const { first, second, third } = vertices;
  const [red, green, blue] = light;
  const last = cellPx - 1;
  for (let at = 0; at < slots.length; at += 1) {
    // Filtered, so that a turning head does not make shades jump.
    const u = Math.min(last, Math.max(0, first[at]! - 0.5));
    const v = Math.min(last, Math.max(0, second[at]! - 0.5));
    const left = u | 0;
    const lower = v | 0;
    const fu = u - left;
    const fv = v - lower;
    const a = slots[at]! * cellPx * cellPx + lower * cellPx + left;
    const right = left < last ? 1 : 0;
    const b = lower < last ? a + cellPx : a;
    const [wa, wb, wc, wd] = [words[a]!, words[a + right]!, words[b]!, words[b + right]!];
    const ka = (1 - fu) * (1 - fv);
    const kb = fu * (1 - fv);
    const kc = (1 - fu) * fv;
    const kd = fu * fv;
    const glows1 = glows[at] === 1;
    first[at] = ((wa & 255) * ka + (wb & 255) * kb + (wc & 255) * kc + (wd & 255) * kd) * (glows1 ? 1 : red);
    second[at] =
      (((wa >> 8) & 255) * ka + ((wb >> 8) & 255) * kb + ((wc >> 8) & 255) * kc + ((wd >> 8) & 255) * kd) *
      (glows1 ? 1 : green);
    third[at] =
      (((wa >> 16) & 255) * ka +
        ((wb >> 16) & 255) * kb +
        ((wc >> 16) & 255) * kc +
        ((wd >> 16) & 255) * kd) *
      (glows1 ? 1 : blue);
  }
}

/** A picture takes a little light from above, as paper would: its relief shows, its colours stay. */
const LEAST = 0.55;
const FACING = 0.45;
const ABOVE = 0.14;
const MOST = 1.06;

/** Puts into third how much light falls on each vertex of a picture, on the side that is seen. */
export function lightPicture({ normals }: PictureSurface, vertices: Vertices): void {
  const { turn, seenX, seenY, seenZ, third } = vertices;
  const count = normals.length / 3;
  for (let at = 0, from = 0; at < count; at += 1, from += 3) {
    const px = normals[from]!;
    const py = normals[from + 1]!;
    const pz = normals[from + 2]!;
    const nx = turn[0]! * px + turn[1]! * py + turn[2]! * pz;
    const ny = turn[3]! * px + turn[4]! * py + turn[5]! * pz;
    const nz = turn[6]! * px + turn[7]! * py + turn[8]! * pz;
    const [sx, sy, sz] = [seenX[at]!, seenY[at]!, seenZ[at]!];
    const towards = -(nx * sx + ny * sy + nz * sz);
    const sign = towards > 0 ? 1 : towards < 0 ? -1 : 0;
    const facing = (sign * towards) / Math.sqrt(sx * sx + sy * sy + sz * sz);
    third[at] = Math.min(MOST, LEAST + FACING * facing + ABOVE * sign * ny);
  }
}
