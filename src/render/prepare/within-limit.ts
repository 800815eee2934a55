/**
 * Pictures halved until what is worn is small enough to be handed to a page. Owns the order: the largest first. Pure.
 */
import { bytesOf } from '../../shared/bytes-of.ts';
import { MOST_BYTES, type PictureSurface, type WornModel } from '../prepared-parts.ts';

interface Models {
  readonly first: WornModel | null;
  readonly others: WornModel | null;
}

export function withinLimit(models: Models): Models {
  let fitting = models;
  while (bytesOf(fitting) > MOST_BYTES) {
    const largest = Math.max(...[fitting.first, fitting.others].flatMap(picturesOf).map(areaOf));
    if (!(largest > 1)) return fitting;
    const halve = (model: WornModel | null): WornModel | null =>
      model && {
        ...model,
        surfaces: model.surfaces.map((surface) =>
          surface.kind === 'picture' && areaOf(surface) === largest
            ? { ...surface, levels: surface.levels.slice(1) }
            : surface,
        ),
      };
    const first = halve(fitting.first);
    fitting = { first, others: fitting.others === fitting.first ? first : halve(fitting.others) };
  }
  return fitting;
}

function picturesOf(model: WornModel | null): PictureSurface[] {
  return (model?.surfaces ?? []).filter((surface) => surface.kind === 'picture');
}

/** A picture of one pixel cannot be halved. */
function areaOf({ levels: [largest, ...smaller] }: PictureSurface): number {
  return largest && smaller.length > 0 ? largest.widthPx * largest.heightPx : 0;
}
