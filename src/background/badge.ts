/**
 * What the toolbar button says: ON, and which filter.
 * Derived from the settings each time; nothing is remembered between calls.
 */
import { chosenFilters } from '../shared/choice.ts';
import type { Choice } from '../shared/settings.ts';
import { text, textOr } from '../shared/text.ts';

export interface NamedFilter {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** White on it has a contrast of 5.0, and it stands out on light and dark toolbars alike. */
const ON_COLOR = '#c02661';

export function badgeOf(choice: Choice, filters: readonly NamedFilter[]): Badge {
  const worn = choice.enabled ? chosenFilters(choice, filters) : [];
  if (worn.length === 0) return { text: '', title: text('titleOff') };
  const names = worn.map(({ id, name }) => textOr(name, `filter_${id.replaceAll('-', '_')}`));
  return { text: text('badgeOn'), title: text('titleOn', names.join(' + ')) };
}

export async function showBadge(badge: Badge): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ text: badge.text }),
    chrome.action.setBadgeBackgroundColor({ color: ON_COLOR }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title: badge.title }),
  ]);
}
