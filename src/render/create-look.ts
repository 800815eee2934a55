/**
 * Joins filters that are worn together into one look. Pure; owns which filters other faces wear.
 * How an effect's fields are joined and weakened is the effect's; the order of filters does not matter.
 */
import type { EffectFields } from '../filters/schema/effect-fields.ts';
import type { Filter } from '../filters/schema/filter.ts';
import type { Look } from '../filters/schema/look.ts';
import { type Texts, withTexts } from '../filters/schema/texts.ts';
import type { Effect } from './effects/effect.ts';
import { EFFECTS } from './effects/table.ts';

export interface LookOptions {
  /** By filter, 0..1; a filter that is not named is worn in full. */
  readonly intensity?: Readonly<Record<string, number>>;
  /** By filter: what stands in the place of its texts that may be changed (texts.ts). */
  readonly texts?: Texts;
  /** What every face but the first wears on itself; null: the same. All else is the first one's. */
  readonly otherFaces?: readonly Filter[] | null;
}

/** Joins filters, each at its intensity. Closed when one of them is. */
export function createLook(
  filters: readonly Filter[],
  options: LookOptions = {},
  effects: readonly Effect[] = EFFECTS,
): Look {
  const { intensity = {}, texts = {}, otherFaces = null } = options;
  const asChosen = (filter: Filter): Filter => {
    const share = intensity[filter.id] ?? 1;
    const worded = withTexts(filter, texts);
    return share >= 1 ? worded : { ...worded, ...weakened(worded, share, effects) };
  };
  const own = filters.map(asChosen);
  const chosenForOthers = otherFaces?.map(asChosen);
  // What must hold holds for everybody.
  const others = chosenForOthers && [
    ...own.filter(
      ({ id, onFailure }) => onFailure === 'closed' && !chosenForOthers.some((one) => one.id === id),
    ),
    ...chosenForOthers,
  ];
  const worn = effects.filter(({ isWorn }) => isWorn);
  return {
    onFailure: own.some(({ onFailure }) => onFailure === 'closed') ? 'closed' : 'open',
    ...joined(own, effects),
    ...(others && { others: joined(others, worn) }),
  };
}

/** Whether a filter's intensity changes anything that can be seen. */
export function hasIntensity(filter: Filter): boolean {
  return Object.keys(weakened(filter, 0.5, EFFECTS)).length > 0;
}

function joined(filters: readonly Filter[], effects: readonly Effect[]): EffectFields {
  return Object.assign({}, ...effects.map((effect) => effect.join(filters)));
}

function weakened(filter: Filter, intensity: number, effects: readonly Effect[]): EffectFields {
  return Object.assign({}, ...effects.map((effect) => effect.weaken?.(filter, intensity)));
}
