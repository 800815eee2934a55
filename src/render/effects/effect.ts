/**
 * What an effect is: one thing that a filter can do to a picture, with its part of the declaration, how several
 * filters' are joined and how it is prepared. Owns the contract; the list of effects is table.ts. How it paints is its
 * other half, paint/steps: the two run in different worlds, and only plain arrays pass between them.
 */
import type { EffectFields } from '../../filters/schema/effect-fields.ts';
import type { EffectSchemas, Filter } from '../../filters/schema/filter.ts';
import type { FilterGroup } from '../../filters/schema/groups.ts';
import type { Look } from '../../filters/schema/look.ts';
import type { LutTable } from '../../filters/schema/packed-lut.ts';
import type { FrameKind } from '../../shared/preparer-protocol.ts';
import type { Covers, EffectParts, Requirement } from '../prepared-look.ts';

export interface Effect {
  readonly name: string;
  /** Its fields of a filter's declaration. The type EffectFields knows them too, by `declare module`. */
  readonly fields: EffectSchemas;
  readonly requires: ReadonlySet<Requirement>;
  /** What of a person it covers; absent: nothing. What covers everything must be closed. */
  readonly covers?: Covers;
  /** Whether heads may differ in it: other faces can wear something else. */
  readonly isWorn?: true;
  /** Its fields of all filters as those of one look. */
  join(filters: readonly Filter[]): EffectFields;
  /** Its fields at an intensity below 1, as far as they change; absent: it stays as it is. */
  weaken?(fields: EffectFields, intensity: number): EffectFields;
  /** Makes all that painting needs, in small pieces of work. Nothing when the look has nothing for it to paint. */
  prepare(look: Look, tools: PrepareTools): Promise<EffectParts>;
}

export interface PrepareTools {
  /** Of the frames to come. */
  readonly madeFor: FrameKind;
  /** From the name of a table to the table, or to the text of a .cube file. */
  readonly loadLut: (name: string) => Promise<LutTable | string>;
}

/** Of several filters that have a field the one of this group holds, for this is what it is for; else the first. */
export function joinByChoice(field: keyof EffectFields, group: FilterGroup): Effect['join'] {
  return (filters) => {
    const having = filters.filter((filter) => filter[field] !== undefined);
    const chosen = having.find((filter) => filter.group === group) ?? having[0];
    return chosen ? { [field]: chosen[field] } : {};
  };
}
