/**
 * Whether a change of the settings shows a face, anywhere, that is hidden until then. Pure.
 * A filter hides it when its fail mode is not known to be open.
 */
import { choiceFor } from '../shared/choice.ts';
import type { Settings, SettingsChange } from '../shared/settings.ts';

export function uncovers(now: Settings, change: SettingsChange): boolean {
  const next = { ...now, ...change };
  const sites = [null, ...Object.keys(now.sites)];
  return sites.some((site) => {
    const hidden = hidingIds(now, site);
    const left = hidingIds(next, site);
    return hidden.some((id) => !left.includes(id));
  });
}

function hidingIds(settings: Settings, site: string | null): readonly string[] {
  const { enabled, filterIds, failModes } = choiceFor(settings, site);
  return enabled ? filterIds.filter((id) => failModes[id] !== 'open') : [];
}
