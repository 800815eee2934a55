/** From what the bridge tells the pipeline to wear to one look. Owns what happens to filters that are not known. */
import { findFilter } from '../filters/catalogue/index.ts';
import { createLook, type Look } from '../filters/schema/look.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import { ProblemError } from '../shared/problem.ts';

/** @throws ProblemError filter-unknown where none of the filters is known */
export function lookOfWearing({ filterIds, otherFaces, ...how }: Wearing): Look {
  const known = (ids: readonly string[]) => ids.flatMap((id) => findFilter(id) ?? []);
  const filters = known(filterIds);
  if (filters.length === 0) throw new ProblemError('filter-unknown');
  return createLook(filters, { ...how, otherFaces: otherFaces && known(otherFaces) });
}
