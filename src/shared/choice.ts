/**
 * What a stored choice means: what is worn on a site, and what the user's actions change.
 * Pure; the list of filters is an argument, so that whatever shows, wears or toggles a filter decides alike.
 */
import type { Wearing } from './pipeline-protocol.ts';
import type { Choice, Settings, SettingsChange } from './settings.ts';

/** All that choosing needs to know about a filter. */
export interface Choosable {
  readonly id: string;
  /** At most one filter of each group is worn. */
  readonly group: string;
}

/** The choice that holds on a site (an origin); null for no site in particular. */
export function choiceFor(settings: Settings, site: string | null): Choice {
  const { off = false, remembered = null } = (site !== null && settings.sites[site]) || {};
  const { enabled, filterIds, intensity, otherFaces, texts } = remembered ?? settings;
  return { enabled: enabled && !off, filterIds, intensity, otherFaces, texts };
}

/** What frames shall wear; null: nothing, they pass untouched. */
export function wearingOf({ enabled, filterIds, intensity, otherFaces, texts }: Choice): Wearing | null {
  return enabled && filterIds.length > 0 ? { filterIds, intensity, otherFaces, texts } : null;
}

/** The chosen filters that exist, in the order of the list. */
export function chosenFilters<F extends Choosable>(
  { filterIds }: { readonly filterIds: readonly string[] },
  filters: readonly F[],
): F[] {
  return filters.filter(({ id }) => filterIds.includes(id));
}

/** The change that the switch makes. Turning on always names a filter that exists, where there is one. */
export function toggled(choice: Choice, filters: readonly Choosable[]): Partial<Choice> {
  if (choice.enabled) return { enabled: false };
  const known = chosenFilters(choice, filters);
  const worn = known.length > 0 ? known : filters.slice(0, 1);
  return { enabled: true, filterIds: worn.map(({ id }) => id) };
}

/**
 * The change that a click on a filter makes: it is put on in the place of the one of its group, or, when it is worn,
 * taken off. With nothing left to wear the choice is off.
 */
export function clicked(choice: Choice, id: string, filters: readonly Choosable[]): Partial<Choice> {
  const filter = filters.find((candidate) => candidate.id === id);
  if (!filter) return {};
  const before = chosenFilters(choice, filters);
  if (choice.enabled && choice.filterIds.includes(id)) {
    const left = before.filter((worn) => worn !== filter);
    return left.length > 0 ? { filterIds: left.map((worn) => worn.id) } : { enabled: false };
  }
  // What was on when it was last turned off is not put on again by choosing something else.
  const others = choice.enabled ? before.filter(({ group }) => group !== filter.group) : [];
  return { enabled: true, filterIds: [...others.map((worn) => worn.id), id] };
}

/** A change of the choice that holds on a site, as a change of the settings. */
export function changeOn(settings: Settings, site: string | null, change: Partial<Choice>): SettingsChange {
  const own = site === null ? undefined : settings.sites[site];
  if (site === null || !own) return change;
  const turnsOn = change.enabled === true;
  const remembered = own.remembered && { ...own.remembered, ...change };
  const sites = { ...settings.sites, [site]: { off: own.off && !turnsOn, remembered } };
  return remembered ? { sites } : { ...change, sites };
}
