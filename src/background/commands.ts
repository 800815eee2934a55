/**
 * What the keyboard commands of manifest.json do. Pure, but for the storing.
 * A command holds for the site of the tab in front, as the popup opened there would. But for panic-off none uncovers a face by
 * one press.
 */
import { LIBRARY } from '../filters/library/index.ts';
import { changeOn, choiceFor, failModeOf, toggled } from '../shared/choice.ts';
import { type Choice, readSettings, type Settings, setSettings } from '../shared/settings.ts';
import { siteOfAddress } from '../shared/site.ts';
import { allOff, stepped } from '../shared/stepping.ts';
import { isPressedAgain } from './press-again.ts';

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

/** What hides a face is worn, and would not be any more. */
function uncovers(choice: Choice, change: Partial<Choice>): boolean {
  return failModeOf(choice) === 'closed' && failModeOf({ ...choice, ...change }) === 'open';
}

/** Commands that are not ours (the browser's own, of a newer version) change nothing. */
export async function runCommand(command: string, tab?: chrome.tabs.Tab): Promise<void> {
  if (command === 'panic-off') return setSettings(allOff);
  const action = ACTIONS[command];
  if (!action) return;
  const site = siteOfAddress(tab?.url);
  const settings = await readSettings();
  const choice = choiceFor(settings, site);
  if (uncovers(choice, action(settings, choice)) && !isPressedAgain(`${command} ${site}`, tab?.id)) return;
  await setSettings((now) => changeOn(now, site, action(now, choiceFor(now, site))));
}
