/** Worn models of a few triangles, in centimetres that are pixels: see ONE_TO_ONE. */
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type {
  Finish,
  MatcapTexels,
  PictureLevel,
  PictureSurface,
  SolidSurface,
  WornModel,
  WornSurface,
} from '../../src/render/prepared-parts.ts';

/** A view in which a centimetre at this distance is a pixel, the middle of the face model in the middle of the frame. */
export const FAR_CM = 100;
export const ONE_TO_ONE = { widthPx: 16, heightPx: 12, focalPx: FAR_CM };

export const at = (x = 0, y = 0, nearerCm = 0): HeadPose => ({
  rotation: [0, 0, 0, 1],
  translationCm: [x, y, nearerCm - FAR_CM],
});

export type Corner = readonly [x: number, y: number, z?: number];

/** Corners of triangles, counter-clockwise as seen. */
export function trianglesAt(corners: readonly Corner[]) {
  return {
    positionsCm: Float32Array.from(corners.flatMap(([x, y, z = 0]) => [x, y, z])),
    corners: Uint32Array.from(corners, (_, index) => index),
    normals: Float32Array.from(corners.flatMap(() => [0, 0, 1])),
  };
}

/** Two triangles that are a rectangle. */
export function rectangle(left: number, bottom: number, right: number, top: number, z = 0): Corner[] {
  const [a, b, c, d] = [
    [left, bottom, z],
    [right, bottom, z],
    [right, top, z],
    [left, top, z],
  ] as const;
  return [a, b, c, a, c, d];
}

export interface SolidOptions {
  readonly kind?: Finish;
  readonly side?: 'front' | 'back';
  readonly slot?: number;
  readonly glows?: boolean;
}

export function solid(corners: readonly Corner[], options: SolidOptions = {}): SolidSurface {
  const { kind = 'matte', side = 'front', slot = 0, glows = false } = options;
  const slots = new Uint8Array(corners.length).fill(slot);
  return {
    kind,
    side,
    ...trianglesAt(corners),
    slots,
    glows: new Uint8Array(corners.length).fill(Number(glows)),
  };
}

/** A picture whose places go from its upper left corner to its lower right one, by where in the rectangle a corner lies. */
export function card(corners: readonly Corner[], levels: readonly PictureLevel[]): PictureSurface {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const places = corners.flatMap(([x, y]) => [(x - left) / (right - left), (top - y) / (top - bottom)]);
  return { kind: 'picture', ...trianglesAt(corners), places: Float32Array.from(places), levels };
}

export const plainLevel = (widthPx: number, heightPx: number, word: number): PictureLevel => ({
  widthPx,
  heightPx,
  words: new Uint32Array(widthPx * heightPx).fill(word),
});

const CELL_PX = 4;

/** A cell of one colour for each word. */
export function plainMatcaps(...words: number[]): MatcapTexels {
  const texels = new Uint32Array(words.length * CELL_PX ** 2);
  words.forEach((word, slot) => {
    texels.fill(word, slot * CELL_PX ** 2, (slot + 1) * CELL_PX ** 2);
  });
  return { cellPx: CELL_PX, rim: 0.5, words: texels };
}

/** A model of these surfaces; the points around it are all its vertices. */
export function wornModel(surfaces: readonly WornSurface[], matcaps: MatcapTexels | null = null): WornModel {
  return {
    surfaces,
    matcaps,
    pointsCm: Float32Array.from(surfaces.flatMap(({ positionsCm }) => [...positionsCm])),
    hasSolids: surfaces.some(({ kind }) => kind !== 'picture'),
  };
}
