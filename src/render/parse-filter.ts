/** Checks filters of unknown origin by the effects that there are. Owns nothing: fields are the effects', the check is filters/schema. */
import { createFilterParser, type EffectDeclarations } from '../filters/schema/filter.ts';
import type { Effect } from './effects/effect.ts';
import { EFFECTS } from './effects/table.ts';

/** What effects add to a filter's declaration. */
export function declarationsOf(effects: readonly Effect[]): EffectDeclarations {
  const hiding = effects.filter(({ covers }) => covers === 'everything');
  return {
    schemas: Object.assign({}, ...effects.map(({ fields }) => fields)),
    hidingFields: hiding.flatMap(({ fields }) => Object.keys(fields)),
  };
}

/** @throws Error naming the place, what was expected there and what came: "Filter is invalid at parts.0.radiusCm: ...". */
export const parseFilter = createFilterParser(declarationsOf(EFFECTS));
