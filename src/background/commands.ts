/**
 * What the keyboard commands of manifest.json do. Pure, but for the storing.
 * A command holds for the site of the tab in front, as the popup opened there would. None but panic-off shows a hidden face
 * at its first press.
 */
import { LIBRARY } from '../filters/library/index.ts';
import { changeOn, choiceFor, toggled } from '../shared/choice.ts';
import { type Choice, type Settings, type SettingsChange, setSettings } from '../shared/settings.ts';
import { siteOfAddress } from '../shared/site.ts';
import { allOff, stepped } from '../shared/stepping.ts';
import { createSecondPress } from './ask-again.ts';
import { uncovers } from './uncovers.ts';

type Action = (settings: Settings, choice: Choice) => Partial<Choice>;

const step =
  (by: 1 | -1): Action =>
  ({ favourites }, choice) =>
    stepped(choice, by, { filters: LIBRARY, favourites });

const ACTIONS: Readonly<Record<string, Action>> = {
  'toggle-filter': (_, choice) => toggled(choice, LIBRARY),
  'next-filter': step(1),
  'previous-filter': step(-1),
};

/** Commands that are not ours (the browser's own, of a newer version) change nothing. */
export function createCommandRunner(): (command: string, tab?: chrome.tabs.Tab) => Promise<void> {
  const isSecondPress = createSecondPress();

  return async (command, tab) => {
    if (command === 'panic-off') return setSettings(allOff);
    const action = ACTIONS[command];
    if (!action) return;
    const site = siteOfAddress(tab?.url);
    // When it was pressed, not when storing had its turn.
    const press = { command, tabId: tab?.id, atMs: Date.now() };
    await setSettings((now): SettingsChange => {
      const change = changeOn(now, site, action(now, choiceFor(now, site)));
      return uncovers(now, change) && !isSecondPress(press) ? {} : change;
    });
  };
}
