/** Checks filters of unknown origin by the effects that there are. Owns nothing: fields are the effects', the check is filters/schema. */
import { createFilterParser, type EffectDeclarations } from '../filters/schema/filter.ts';
import { EFFECT_TABLE, type EffectTable, effectsOf } from './effects/table.ts';

/** What the effects of a table add to a filter's declaration. */
export function declarationsOf(table: EffectTable): EffectDeclarations {
  const effects = effectsOf(table);
  const hiding = effects.filter(({ covers }) => covers === 'everything');
  return {
    schemas: Object.assign({}, ...effects.map(({ fields }) => fields)),
    hidingFields: hiding.flatMap(({ fields }) => Object.keys(fields)),
  };
}

/** @throws Error naming the place, what was expected there and what came: "Filter is invalid at parts.0.radiusCm: ...". */
export const parseFilter = createFilterParser(declarationsOf(EFFECT_TABLE));
