/**
 * What the toolbar button says: ON, and which filter; in a tab with a camera, what its picture carries.
 * Derived from the settings and from what a frame reports, each time; nothing is remembered between calls.
 */
import { chosenFilters } from '../shared/choice.ts';
import type { CameraReport } from '../shared/messages.ts';
import { coveredSentence, problemSentence } from '../shared/problem-text.ts';
import type { Choice } from '../shared/settings.ts';
import { type TextName, text, textOr } from '../shared/text.ts';

export interface NamedFilter {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly tone: 'on' | 'waiting' | 'problem';
}

/** White on each has a contrast of 5.0 or more, and they stand out on light and dark toolbars alike. */
const COLORS: Readonly<Record<Badge['tone'], string>> = {
  on: '#c02661',
  waiting: '#5d5664',
  problem: '#b3261e',
};

/** What is chosen, for every tab whose cameras say nothing else. */
export function badgeOf(choice: Choice, filters: readonly NamedFilter[]): Badge {
  const worn = choice.enabled ? chosenFilters(choice, filters) : [];
  if (worn.length === 0) return { text: '', title: text('titleOff'), tone: 'on' };
  return { text: text('badgeOn'), title: text('titleOn', namesOf(worn)), tone: 'on' };
}

/** What a tab's camera really does; null when it has none, so that the choice is shown again. */
export function badgeOfCamera(report: CameraReport, filters: readonly NamedFilter[]): Badge | null {
  const { camera, filterOn, isBlank, problem } = report;
  if (problem !== null) {
    const sentence = isBlank ? coveredSentence(problem) : problemSentence(problem);
    return { text: '!', title: text('titleProblem', sentence), tone: 'problem' };
  }
  if (camera !== 'open') return null;
  // What a camera wears is known, in the list or not.
  const others = report.filterIds.filter((id) => !filters.some((filter) => filter.id === id));
  const names = [namesOf(chosenFilters(report, filters)), ...others].filter(Boolean).join(' + ');
  if (filterOn) return { text: text('badgeOn'), title: text('titleOn', names), tone: 'on' };
  if (names !== '') return { text: '…', title: text('titleGettingReady', names), tone: 'waiting' };
  return { text: '', title: text('titlePlain'), tone: 'on' };
}

/** Something that the user has to do, in a sentence of its own. */
export function problemBadge(sentence: TextName): Badge {
  return { text: '!', title: text('titleProblem', text(sentence)), tone: 'problem' };
}

/** On the button of one tab, or of every tab that has nothing of its own; null takes a tab's own away. */
export async function showBadge(badge: Badge | null, tabId?: number): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  if (badge === null) {
    // The types lack the null by which a tab goes with all others again.
    const none = { ...where, text: null } as unknown as chrome.action.BadgeTextDetails;
    await Promise.all([chrome.action.setBadgeText(none), chrome.action.setTitle({ ...where, title: '' })]);
    return;
  }
  await Promise.all([
    chrome.action.setBadgeText({ ...where, text: badge.text }),
    chrome.action.setBadgeBackgroundColor({ ...where, color: COLORS[badge.tone] }),
    chrome.action.setBadgeTextColor({ ...where, color: '#ffffff' }),
    chrome.action.setTitle({ ...where, title: badge.title }),
  ]);
}

function namesOf(filters: readonly NamedFilter[]): string {
  return filters.map(({ id, name }) => textOr(name, `filter_${id.replaceAll('-', '_')}`)).join(' + ');
}
