/**
 * The forms that preparing hands to painting. Types alone, so that painting needs none of the code that prepares.
 * Owns these forms; a whole look of them is prepared-look.ts.
 */
import type { Group, Texture } from 'three';
import type { Vector3 } from '../geometry/quaternion.ts';
import type { Region } from './paint/heads/region.ts';
import type { DrawnPixels } from './paint/planes/blend-planes.ts';
import type { FrameColor } from './paint/planes/yuv.ts';

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

/** What one head wears. */
export interface OverlayModel {
  /** One head's worth, in face model coordinates; clones share everything heavy. */
  readonly group: Group;
  /** All that is drawn lies within the hull of these. */
  readonly pointsCm: readonly Vector3[];
  readonly textures: readonly Texture[];
  /** Edges of solids need more samples than pixels; those of pictures are soft already. */
  readonly hasSolids: boolean;
  /** Those of one head, the hiding one among them: the cost of a filter on software GL. */
  readonly triangles: number;
  /** Changes what all its colours are multiplied with, from the next drawing on. */
  setRoomLight(light: Light): void;
  dispose(): void;
}
