/**
 * From filters that were chosen by id to their declarations, which the pipeline is told to wear.
 * Owns what becomes of ids that nobody knows; where declarations come from is the caller's, checking them the pipeline's.
 */
import type { ChosenLook } from './choice.ts';
import type { FailMode } from './fail-mode.ts';
import type { Wearing } from './pipeline-protocol.ts';

/** The declarations of ids, in their order; null for each that is unknown. */
export type FiltersOf = (ids: readonly string[]) => Promise<readonly unknown[]>;

export interface DeclaredLook {
  /** Null: not one of the chosen filters is known. */
  readonly wearing: Wearing | null;
  /** The chosen filters that are known. */
  readonly filterIds: readonly string[];
  /** Whether an id, be it for other faces, is unknown. */
  readonly lacksSome: boolean;
  /** By filter: what its declaration says. */
  readonly failModes: Readonly<Record<string, FailMode>>;
}

export async function declareLook(
  { filterIds, otherFaces, intensity, texts }: ChosenLook,
  filtersOf: FiltersOf,
): Promise<DeclaredLook> {
  const ids = [...new Set([...filterIds, ...(otherFaces ?? [])])];
  const declarations = await filtersOf(ids);
  const known = new Map(ids.map((id, index) => [id, declarations[index] ?? null]));
  const declared = (asked: readonly string[]) =>
    asked.map((id) => known.get(id)).filter((declaration) => declaration !== null);
  const filters = declared(filterIds);
  return {
    wearing:
      filters.length > 0
        ? { filters, intensity, otherFaces: otherFaces && declared(otherFaces), texts }
        : null,
    filterIds: filterIds.filter((id) => known.get(id) !== null),
    lacksSome: ids.some((id) => known.get(id) === null),
    failModes: Object.fromEntries(
      filterIds.flatMap((id) => {
        const failMode = (known.get(id) as { onFailure?: unknown } | null)?.onFailure;
        return failMode === 'open' || failMode === 'closed' ? [[id, failMode]] : [];
      }),
    ),
  };
}
