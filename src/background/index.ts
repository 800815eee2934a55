/**
 * The service worker: the toolbar badge, the keyboard command, the injection of the line, the sites that the user added.
 * It sees no pixels and remembers nothing; every listener is there in the first tick, so that none of them misses a wake-up.
 */
import { FILTERS } from '../filters/index.ts';
import { changeOn, choiceFor, toggled } from '../shared/choice.ts';
import type { BackgroundCalls } from '../shared/messages.ts';
import { getSettings, onSettingsChanged, type Settings, setSettings } from '../shared/settings.ts';
import { answerCalls } from './answer-calls.ts';
import { badgeOf, showBadge } from './badge.ts';
import { injectLine } from './inject-line.ts';
import { announceRemoved, syncSiteScripts } from './site-scripts.ts';

answerCalls<BackgroundCalls>({ injectLine });

onSettingsChanged(show);
// The browser forgets a badge when it closes; these two wake the worker when it opens and after an install or update.
chrome.runtime.onStartup.addListener(showStored);
chrome.runtime.onInstalled.addListener(showStored);

chrome.permissions.onAdded.addListener(() => void syncSiteScripts());
chrome.permissions.onRemoved.addListener(({ origins = [] }) => {
  void syncSiteScripts();
  void announceRemoved(origins);
});

chrome.commands.onCommand.addListener(async (command) => {
  if (command !== 'toggle-filter') return;
  await setSettings((now) => changeOn(now, null, toggled(choiceFor(now, null), FILTERS)));
});

// Switched off and on again in the browser's own list, an extension gets neither of the two events.
void showStored();

async function showStored(): Promise<void> {
  void syncSiteScripts();
  await show(await getSettings());
}

async function show(settings: Settings): Promise<void> {
  await showBadge(badgeOf(settings, FILTERS));
}
