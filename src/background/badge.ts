/**
 * What the toolbar button says: ON, and which filter.
 * Derived from the settings each time; nothing is remembered between calls.
 */
import { wornFilter } from '../shared/chosen-filter.ts';
import type { Settings } from '../shared/settings.ts';
import { text, textOr } from '../shared/text.ts';

export interface NamedFilter {
  readonly id: string;
  readonly name: string;
}

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** White on it has a contrast of 5.0, and it stands out on light and dark toolbars alike. */
const ON_COLOR = '#c02661';

export function badgeOf(settings: Settings, filters: readonly NamedFilter[]): Badge {
  const filter = wornFilter(settings, filters);
  if (filter === null) return { text: '', title: text('titleOff') };
  return { text: text('badgeOn'), title: text('titleOn', textOr(filter.name, `filter_${filter.id}`)) };
}

export async function showBadge(badge: Badge): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ text: badge.text }),
    chrome.action.setBadgeBackgroundColor({ color: ON_COLOR }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title: badge.title }),
  ]);
}
