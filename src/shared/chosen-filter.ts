/**
 * From the stored choice to a filter: which one is chosen, and what turning on and off changes.
 * Pure; the list of filters is an argument, so that whatever shows, wears or toggles a filter decides alike.
 */
import type { Settings, SettingsChange } from './settings.ts';

/** All that choosing needs to know about a filter. */
export interface Identified {
  readonly id: string;
}

/** The filter that the settings name: the first before any choice, null when this version does not have it. */
export function chosenFilter<F extends Identified>(settings: Settings, filters: readonly F[]): F | null {
  if (settings.filterId === null) return filters[0] ?? null;
  return filters.find((filter) => filter.id === settings.filterId) ?? null;
}

/** The filter to wear now, or null: off, or on with a filter that this version does not have. */
export function wornFilter<F extends Identified>(settings: Settings, filters: readonly F[]): F | null {
  return settings.enabled ? chosenFilter(settings, filters) : null;
}

/** The change that the switch makes. Turning on always names a filter that exists, where there is one. */
export function toggled(settings: Settings, filters: readonly Identified[]): SettingsChange {
  if (settings.enabled) return { enabled: false };
  const filter = chosenFilter(settings, filters) ?? filters[0] ?? null;
  return { enabled: true, filterId: filter?.id ?? null };
}
