/**
 * What a stored choice means: what is worn on a site, and what the user's actions change.
 * Pure; the list of filters is an argument, so that whatever shows, wears or toggles a filter decides alike.
 */
import type { FailMode } from './fail-mode.ts';
import type { Choice, Settings, SettingsChange } from './settings.ts';

/** All that choosing needs to know about a filter. */
export interface Choosable {
  readonly id: string;
  /** At most one filter of each group is worn. */
  readonly group: string;
  /** What becomes of frames that it is not drawn on. */
  readonly failMode: FailMode;
}

/** What frames shall wear, by id: at most one filter of each group. */
export type ChosenLook = Pick<Choice, 'filterIds' | 'intensity' | 'otherFaces' | 'texts'>;

/** The choice that holds on a site (an origin); null for no site in particular. */
export function choiceFor(settings: Settings, site: string | null): Choice {
  const { off = false, remembered = null } = (site !== null && settings.sites[site]) || {};
  const { enabled, filterIds, failModes, intensity, otherFaces, texts } = remembered ?? settings;
  return { enabled: enabled && !off, filterIds, failModes, intensity, otherFaces, texts };
}

/** What frames shall wear; null: nothing, they pass untouched. */
export function lookOf({ enabled, filterIds, intensity, otherFaces, texts }: Choice): ChosenLook | null {
  return enabled && filterIds.length > 0 ? { filterIds, intensity, otherFaces, texts } : null;
}

/** What becomes of frames that the choice is not drawn on. Where nobody has said so of a filter, it may hide the face. */
export function failModeOf({ enabled, filterIds, failModes }: Choice): FailMode {
  return enabled && filterIds.some((id) => failModes[id] !== 'open') ? 'closed' : 'open';
}

/** The chosen filters that exist, in the order of the list. */
export function chosenFilters<F extends Pick<Choosable, 'id'>>(
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
  return puttingOn(worn);
}

/** The change that puts on these and nothing else. */
export function puttingOn(
  filters: readonly Choosable[],
): Pick<Choice, 'enabled' | 'filterIds' | 'failModes'> {
  return {
    enabled: true,
    filterIds: filters.map(({ id }) => id),
    failModes: Object.fromEntries(filters.map(({ id, failMode }) => [id, failMode])),
  };
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
  return puttingOn([...others, filter]);
}

/** The change by which every stored choice says what the list knows of its filters' fail modes; null: it says so already. */
export function completed(settings: Settings, filters: readonly Choosable[]): SettingsChange | null {
  let lacksSome = false;
  const complete = <C extends Pick<Choice, 'filterIds' | 'failModes'>>(choice: C): C => {
    // A filter of this version may hide the face where the one of that name did not.
    const missing = chosenFilters(choice, filters).filter(
      ({ id, failMode }) => choice.failModes[id] !== failMode && choice.failModes[id] !== 'closed',
    );
    if (missing.length === 0) return choice;
    lacksSome = true;
    return { ...choice, failModes: { ...choice.failModes, ...puttingOn(missing).failModes } };
  };
  const { failModes } = complete(settings);
  const sites = Object.entries(settings.sites).map(([site, { off, remembered }]) => [
    site,
    { off, remembered: remembered && complete(remembered) },
  ]);
  return lacksSome ? { failModes, sites: Object.fromEntries(sites) } : null;
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
