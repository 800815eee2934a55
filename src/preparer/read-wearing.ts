/**
 * The preparer's door: declarations of unknown origin become one look.
 * Owns the check; what is made of the look is render/prepare-look.ts.
 */
import type { Look } from '../filters/schema/look.ts';
import { createLook } from '../render/create-look.ts';
import { parseFilter } from '../render/parse-filter.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import { ProblemError } from '../shared/problem.ts';

export interface ReadWearing {
  readonly look: Look;
  readonly filterIds: readonly string[];
}

/** @throws ProblemError 'filter-invalid', which names the place, what was expected there and what came. */
export function readWearing({ filters, otherFaces, ...how }: Wearing): ReadWearing {
  try {
    const parsed = filters.map(parseFilter);
    const look = createLook(parsed, { ...how, otherFaces: otherFaces?.map(parseFilter) ?? null });
    return { look, filterIds: parsed.map(({ id }) => id) };
  } catch (error) {
    throw new ProblemError('filter-invalid', error instanceof Error ? error.message : String(error));
  }
}
