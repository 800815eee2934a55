/**
 * Paint on the face in millimetres: the tip of the nose at 0, 0, y down, eyes at (±32, -32), the mouth at (0, 35),
 * the hairline at y -100. Owns the view box and how close paint lies; the drawings are the filters' own.
 */
import type { Shape } from '../schema/paint-schema.ts';
import type { Picture } from '../schema/picture-schema.ts';
import { circle, type Point } from './path-data.ts';

export function facePaint(shapes: Shape[]): Picture {
  return {
    viewBox: [-90, -110, 180, 200],
    widthCm: 18,
    positionCm: [0, 1, 0],
    surface: 'face',
    liftCm: 0.15,
    shapes,
  };
}

const BLUSH_RINGS = 6;

/** A soft round patch of colour on both cheeks: gradients have no transparency, but rings add up. */
export function blush(centre: Point, radius: number, color: string): Shape[] {
  return Array.from({ length: BLUSH_RINGS }, (_, ring) => ({
    d: circle(centre, (radius * (BLUSH_RINGS - ring)) / BLUSH_RINGS),
    fill: color,
    opacity: 0.1,
    mirrored: true,
  }));
}
