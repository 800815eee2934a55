/**
 * The service worker: the toolbar badge, the keyboard commands, the injection of the program, declarations for those who draw
 * them, the sites that the user added, and the first welcome.
 * It sees no pixels and remembers nothing; every listener is there in the first tick, so that none of them misses a wake-up.
 */
import { LIBRARY } from '../filters/library/index.ts';
import { choiceFor } from '../shared/choice.ts';
import type { BackgroundCalls } from '../shared/messages.ts';
import { onSettingsChanged, readSettings, type Settings } from '../shared/settings.ts';
import { answerCalls } from './answer-calls.ts';
import { badgeOf, showBadge } from './badge.ts';
import { createCommandRunner } from './commands.ts';
import { completeFailModes } from './complete-fail-modes.ts';
import { filtersOf } from './filters-of.ts';
import { injectPipeline } from './inject-pipeline.ts';
import { markLateTabs } from './late-tabs.ts';
import { reportCamera } from './report-camera.ts';
import { announceRemoved, syncSiteScripts } from './site-scripts.ts';
import { welcome } from './welcome.ts';

answerCalls<BackgroundCalls>({ injectPipeline, reportCamera, filtersOf });

onSettingsChanged(show);
// The browser forgets a badge when it closes; these two wake the worker when it opens and after an install or update.
chrome.runtime.onStartup.addListener(showStored);
chrome.runtime.onInstalled.addListener(showStored);

chrome.runtime.onInstalled.addListener(welcome);

chrome.commands.onCommand.addListener(createCommandRunner());

chrome.permissions.onAdded.addListener(() => void syncSites());
chrome.permissions.onRemoved.addListener(({ origins = [] }) => {
  void syncSiteScripts();
  void announceRemoved(origins);
});

// Switched off and on again in the browser's own list, an extension gets neither of the two events.
void showStored();

async function showStored(): Promise<void> {
  void syncSites();
  // A disk that is full now may have room when the worker starts again; until then what is not said counts as closed.
  completeFailModes(LIBRARY).catch(() => {});
  await show(await readSettings());
}

/** What is registered first: a tab that is opened meanwhile is not late. */
async function syncSites(): Promise<void> {
  await syncSiteScripts().catch(() => {});
  await markLateTabs().catch(() => {});
}

async function show(settings: Settings): Promise<void> {
  await showBadge(badgeOf(choiceFor(settings, null), LIBRARY));
}
