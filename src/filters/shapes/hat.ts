/**
 * What hats share: where they sit and the oval of a head.
 * Owns the place; each filter owns its profile, colours and trimmings.
 */
import type { Part } from '../schema/part-schema.ts';

/** Heads are deeper than wide: what is turned about y with a radius of 8.3 cm then lies around one with some hair. */
const OVAL: [number, number, number] = [1.07, 1, 1.31];

interface HatOptions {
  readonly parts: Part[];
  /** Of the lower edge above the tip of the nose. */
  readonly heightCm: number;
  /** About x (below 0: back of the head lower), y and z. */
  readonly tiltDegrees?: readonly [number, number, number];
}

/** Parts about the middle of a hat's lower edge, y up, moved onto the head and stretched to its oval. */
export function hat({ parts, heightCm, tiltDegrees = [-3, 0, 0] }: HatOptions): Part {
  return {
    shape: 'group',
    positionCm: [0, heightCm, -12.4],
    rotationDegrees: [...tiltDegrees],
    scale: [...OVAL],
    parts,
  };
}
