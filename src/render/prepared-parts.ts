/**
 * The forms that preparing hands to painting, so that painting needs none of the code that prepares.
 * Owns these forms; a whole look of them is prepared-look.ts.
 */
import type { Region } from './paint/heads/region.ts';
import type { DrawnPixels } from './paint/planes/blend-planes.ts';
import type { FrameColor } from './paint/planes/yuv.ts';

/** What one look may hold of a page's memory. */
export const MOST_BYTES = 32 * 2 ** 20;

/** A grade in the frame's own numbers. */
export interface GradeTable {
  readonly color: FrameColor;
  /** Index: U >> 2 << 14 | V >> 2 << 8 | Y. */
  readonly luma: Uint8Array;
  /** Index: Y >> 3 << 14 | U >> 1 << 7 | V >> 1; value: U' | V' << 8. */
  readonly chroma: Uint16Array;
}

/** A painting ready to blend: RGBA premultiplied, the bottom row first. */
export interface PaintedWords {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly words: Uint32Array;
}

/** A piece of a painting and where in the frame it lies. */
export interface Patch {
  readonly region: Region;
  readonly drawn: DrawnPixels;
}

/** What worn colours are multiplied with. */
export type Light = readonly [red: number, green: number, blue: number];

/**
 * What one head wears: plain arrays in face model coordinates, centimetres. It can be posted from thread to thread as it is.
 * Arrays may be shared between surfaces.
 */
export interface WornModel {
  /** In the order of drawing. */
  readonly surfaces: readonly WornSurface[];
  /** What matte, glossy and clear surfaces look up; null where there are none. */
  readonly matcaps: MatcapTexels | null;
  /** x, y, z of points whose hull holds all that is drawn. */
  readonly pointsCm: Float32Array;
  /** Edges of solids need more samples than pixels; those of pictures are soft already. */
  readonly hasSolids: boolean;
}

export type WornSurface = HeadSurface | ShadowSurface | SolidSurface | PictureSurface;

/** Triangles: three corners each, counter-clockwise as seen from outside. */
export interface WornTriangles {
  /** x, y, z of each vertex. */
  readonly positionsCm: Float32Array;
  /** Indices of vertices. */
  readonly corners: Uint32Array;
}

/** The head that hides what is behind it, and shows nothing itself. */
export interface HeadSurface extends WornTriangles {
  readonly kind: 'head';
}

/** The shadow of worn things on the head: how dark it is at each vertex, 0..1. */
export interface ShadowSurface extends WornTriangles {
  readonly kind: 'shadow';
  readonly darkness: Float32Array;
}

/** How a surface of solids is lit: at its corners; at each sample; likewise, and seen through. */
export type Finish = 'matte' | 'glossy' | 'clear';

export interface SolidSurface extends WornTriangles {
  readonly kind: Finish;
  /** The outside, or the inside, which is lit as if it were the outside. */
  readonly side: 'front' | 'back';
  /** Unit vectors, x, y, z of each vertex. */
  readonly normals: Float32Array;
  /** Which cell of the matcaps each vertex has; the same at all corners of a triangle. */
  readonly slots: Uint8Array;
  /** 1 where a vertex gives its own light, which the room's does not change; the same at all corners of a triangle. */
  readonly glows: Uint8Array;
}

/** Seen from both sides. */
export interface PictureSurface extends WornTriangles {
  readonly kind: 'picture';
  readonly normals: Float32Array;
  /** u, v of each vertex, 0..1, from the picture's upper left corner. */
  readonly places: Float32Array;
  /** The picture, then each half the size of the one before, down to one pixel. */
  readonly levels: readonly PictureLevel[];
}

/** RGBA premultiplied, the top row first. */
export interface PictureLevel {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly words: Uint32Array;
}

/** How each material looks in each direction: one square cell a material, cell after cell. */
export interface MatcapTexels {
  readonly cellPx: number;
  /** The unit circle of normals ends here, as a share of the cell. */
  readonly rim: number;
  /** RGBA premultiplied; the first row of a cell holds normals that point down, its first column those that point left. */
  readonly words: Uint32Array;
}
