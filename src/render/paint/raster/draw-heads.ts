/**
 * Draws what some heads wear on samples. Owns the order: heads that hide, their shadows, solids' outsides and insides, then
 * what is seen through. Opaque things of near heads come first, for they hide the most; what is seen through is laid over
 * from the farthest head to the nearest.
 */
import type { Light, WornModel, WornSurface } from '../../prepared-parts.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';
import { drawHead } from './draw-head.ts';
import { drawLookedUp } from './draw-looked-up.ts';
import { drawMatte } from './draw-matte.ts';
import { drawPicture } from './draw-picture.ts';
import { drawShadow } from './draw-shadow.ts';
import type { RasterSamples } from './samples.ts';
import { lightAtVertices, lightPicture, placeInCell } from './shade-vertices.ts';
import { type SampledView, Vertices } from './vertices.ts';

export interface DrawHeadsOptions {
  readonly view: SampledView;
  readonly light: Light;
  readonly samples: RasterSamples;
}

/** From this phase on things are laid over what is behind them. */
const FIRST_BLENDED = 4;
const PHASES = 6;

/** Of the surface at hand; surfaces are drawn one after the other. */
const vertices = new Vertices();

export function drawHeads(heads: readonly WearingHead[], options: DrawHeadsOptions): void {
  const nearestFirst = heads.toSorted((a, b) => b.pose.translationCm[2] - a.pose.translationCm[2]);
  const farthestFirst = nearestFirst.toReversed();
  for (let phase = 0; phase < PHASES; phase += 1) {
    for (const { model, pose } of phase < FIRST_BLENDED ? nearestFirst : farthestFirst) {
      for (const surface of model.surfaces) {
        if (phaseOf(surface) !== phase) continue;
        vertices.project(surface.positionsCm, pose, options.view);
        drawSurface(surface, model, options);
      }
    }
  }
}

function phaseOf(surface: WornSurface): number {
  switch (surface.kind) {
    case 'head':
      return 0;
    case 'shadow':
      return 1;
    case 'picture':
      return FIRST_BLENDED;
    default:
      return (surface.kind === 'clear' ? FIRST_BLENDED : 2) + (surface.side === 'back' ? 1 : 0);
  }
}

function drawSurface(
  surface: WornSurface,
  { matcaps }: WornModel,
  { light, samples }: DrawHeadsOptions,
): void {
  switch (surface.kind) {
    case 'head':
      drawHead(surface, vertices, samples);
      return;
    case 'shadow':
      drawShadow(surface, vertices, samples);
      return;
    case 'picture':
      lightPicture(surface, vertices);
      drawPicture(surface, { vertices, light, samples });
      return;
  }
  if (!matcaps) throw new Error('Solids of a worn model: expected matcaps, received none');
  placeInCell(surface, matcaps, vertices);
  if (surface.kind === 'matte') {
    lightAtVertices(surface, matcaps, { vertices, light });
    drawMatte(surface, vertices, samples);
  } else {
    drawLookedUp(surface, { vertices, matcaps, light, samples });
  }
}
