/**
 * What a site has of its own: nothing, off for good, or a choice that it remembers.
 * Pure; owns the entries of Settings.sites, and that a site with nothing of its own has no entry.
 */
import { choiceFor } from './choice.ts';
import type { Settings, SettingsChange, SiteChoice } from './settings.ts';

const NOTHING: SiteChoice = { off: false, remembered: null };

export function siteOf(settings: Settings, site: string): SiteChoice {
  return settings.sites[site] ?? NOTHING;
}

/** The change that turns filters off on a site until they are turned on there, or lets them be on again. */
export function withSiteOff(settings: Settings, site: string, off: boolean): SettingsChange {
  return changed(settings, site, { ...siteOf(settings, site), off });
}

/** The change after which a site keeps the choice that holds there now, or goes with all others again. */
export function withSiteRemembered(settings: Settings, site: string, remember: boolean): SettingsChange {
  const { off } = siteOf(settings, site);
  const now = choiceFor({ ...settings, sites: { [site]: { ...siteOf(settings, site), off: false } } }, site);
  return changed(settings, site, { off, remembered: remember ? now : null });
}

function changed(settings: Settings, site: string, entry: SiteChoice): SettingsChange {
  const { [site]: _, ...others } = settings.sites;
  const own = entry.off || entry.remembered !== null;
  return { sites: own ? { ...others, [site]: entry } : others };
}
